/** The home page: the ring with what waits at its four stations, and what today is like. */
@NullMarked
package org.redress.improve.insight.ring;

import org.jspecify.annotations.NullMarked;
