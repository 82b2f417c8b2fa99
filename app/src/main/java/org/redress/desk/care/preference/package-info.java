/** What customers want us to mind: noted at one contact, used at the next. */
@NullMarked
package org.redress.desk.care.preference;

import org.jspecify.annotations.NullMarked;
