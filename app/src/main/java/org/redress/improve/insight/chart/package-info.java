/** Drawings on the server: geometry only, no word and no colour in it. */
@NullMarked
package org.redress.improve.insight.chart;

import org.jspecify.annotations.NullMarked;
