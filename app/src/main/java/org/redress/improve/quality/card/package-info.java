/** Notices, yellow and red cards, and the right to be heard before they count. */
@NullMarked
package org.redress.improve.quality.card;

import org.jspecify.annotations.NullMarked;
