package org.redress.desk.recovery.authority;

import org.redress.desk.recovery.ledger.CompensationId;

/** Where approvals are found. */
final class ApprovalPaths {

    private ApprovalPaths() {}

    static String of(CompensationId id) {
        return "/recovery/ledger/" + id.value();
    }
}
