/** The fault desk in the browser. */
@NullMarked
package org.redress.desk.fault.page;

import org.jspecify.annotations.NullMarked;
