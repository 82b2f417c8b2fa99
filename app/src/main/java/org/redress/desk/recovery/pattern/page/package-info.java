/** The review list of patterns in the browser. */
@NullMarked
package org.redress.desk.recovery.pattern.page;

import org.jspecify.annotations.NullMarked;
