/** From the cells of a row to values: dates, telephone numbers, options of a list, each kept or refused with a reason. */
@NullMarked
package org.redress.ground.intake.reading;

import org.jspecify.annotations.NullMarked;
