/** Every posting and reversal reaches billing as an adjustment, once; what billing refuses comes back to a person. */
@NullMarked
package org.redress.desk.recovery.billing;

import org.jspecify.annotations.NullMarked;
