/** Whether putting failures right works: satisfaction, who stays, what it costs, and which remedy does best. Observed, never typed in. */
@NullMarked
package org.redress.improve.insight.effect;

import org.jspecify.annotations.NullMarked;
