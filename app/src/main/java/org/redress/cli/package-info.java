/**
 * The command line. It stands outside the house: it opens the door, calls façades and prints what they say.
 */
@NullMarked
package org.redress.cli;

import org.jspecify.annotations.NullMarked;
