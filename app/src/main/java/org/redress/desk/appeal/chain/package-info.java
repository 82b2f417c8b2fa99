/** Appeals to the regulator: conditions, steps with their clocks, and where they stand. */
@NullMarked
package org.redress.desk.appeal.chain;

import org.jspecify.annotations.NullMarked;
