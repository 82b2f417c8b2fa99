/** The weekly review of complaints: its pack, its decisions, and what became of them. */
@NullMarked
package org.redress.improve.quality.review;

import org.jspecify.annotations.NullMarked;
