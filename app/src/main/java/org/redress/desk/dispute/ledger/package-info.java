/** Bills and a ledger of what was done to their items, until the office keeps bills of its own. */
@NullMarked
package org.redress.desk.dispute.ledger;

import org.jspecify.annotations.NullMarked;
