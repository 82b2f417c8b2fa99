/** How severe a failure is: a sum of points whose every addend is shown, by weights that stand in the rulebook. */
@NullMarked
package org.redress.desk.recovery.severity;

import org.jspecify.annotations.NullMarked;
