/** Who must learn from a failure, and what they did with it. */
@NullMarked
package org.redress.improve.insight.lesson;

import org.jspecify.annotations.NullMarked;
