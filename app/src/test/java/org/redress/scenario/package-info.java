/** The whole product played through time, on a clock of its own. */
@NullMarked
package org.redress.scenario;

import org.jspecify.annotations.NullMarked;
