/** The pages of the money that is given: approvals, ledger, balances, limits, budgets, billing, reconciliation. */
@NullMarked
package org.redress.desk.recovery.page;

import org.jspecify.annotations.NullMarked;
