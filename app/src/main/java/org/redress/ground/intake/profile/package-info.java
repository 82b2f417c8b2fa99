/** What stands in the columns of a file, counted in one pass, and what each column is likely to be. */
@NullMarked
package org.redress.ground.intake.profile;

import org.jspecify.annotations.NullMarked;
