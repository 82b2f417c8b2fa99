package org.redress.desk.dispute.ledger;

import java.util.Map;
import java.util.Set;
import org.redress.ground.party.CustomerId;

/**
 * Whose bills a file holds, as far as the bureau knows them.
 *
 * @param numbers customers by what a system calls them; several where systems use one number for different customers
 * @param phones customers by telephone number in E.164
 */
record BillOwners(Map<String, Set<CustomerId>> numbers, Map<String, CustomerId> phones) {

    /** By number, else by telephone. One, none, or several of whom nobody can say which it is. */
    Set<CustomerId> of(BillEntry.Head head) {
        String number = head.customer();
        Set<CustomerId> known = number == null ? Set.of() : numbers.getOrDefault(number, Set.of());
        String phone = head.phone();
        CustomerId called = phone == null ? null : phones.get(phone);
        return known.isEmpty() && called != null ? Set.of(called) : known;
    }
}
