/** Series of compensations that somebody should look at, with the reason; a person says what they are. */
@NullMarked
package org.redress.desk.recovery.pattern;

import org.jspecify.annotations.NullMarked;
