/** The recovery plan: what is offered for a failure and why, what was chosen, what is done of it, and whether differing helped. */
@NullMarked
package org.redress.desk.recovery.plan;

import org.jspecify.annotations.NullMarked;
