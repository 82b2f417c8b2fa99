/** The pages on which files are sent in, mapped, tried and written. */
@NullMarked
package org.redress.ground.intake.page;

import org.jspecify.annotations.NullMarked;
