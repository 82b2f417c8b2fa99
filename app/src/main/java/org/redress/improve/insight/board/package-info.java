/** The cause board: what failed how often, over time, and the tickets behind each figure. */
@NullMarked
package org.redress.improve.insight.board;

import org.jspecify.annotations.NullMarked;
