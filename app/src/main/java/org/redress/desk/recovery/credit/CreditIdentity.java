package org.redress.desk.recovery.credit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * By what the ledger knows a failure, so that nobody is compensated for it twice, whatever the way. The rent of the time
 * belongs to a line that a problem hit; what is given by choice, to the problem itself, once for a customer.
 */
final class CreditIdentity {

    private CreditIdentity() {}

    /** Of the rent of a line for the time of a problem. */
    static UUID rent(UUID problem, UUID line) {
        return UUID.nameUUIDFromBytes((problem + "/" + line).getBytes(StandardCharsets.UTF_8));
    }

    /** Of whatever is given to a customer by choice for a problem. */
    static UUID choice(UUID problem) {
        return problem;
    }
}
