/** Who may give how much to customers: limits of posts, approvals above them, and accounts of one's own. */
@NullMarked
package org.redress.desk.recovery.authority;

import org.jspecify.annotations.NullMarked;
