/** Clusters of cases with a common cause, named by their telling words, and what is proposed against them. */
@NullMarked
package org.redress.improve.insight.induction;

import org.jspecify.annotations.NullMarked;
