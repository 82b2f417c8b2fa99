/** From the bytes of a file to its rows, one after the other, whatever they are and however broken. */
@NullMarked
package org.redress.ground.intake.sheet;

import org.jspecify.annotations.NullMarked;
