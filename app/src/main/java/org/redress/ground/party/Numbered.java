package org.redress.ground.party;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has a number in which source. A household or a company shares a telephone or a mailbox: whoever has a number in a source
 * is nobody whom that source knows by another one.
 */
final class Numbered {

    /** @param kind of the key that the number is */
    record Holder(CustomerId customer, String kind) {}

    private final Set<Holder> holders;

    Numbered(Set<Holder> known) {
        this.holders = new HashSet<>(known);
    }

    /** The owner of the strongest of a draft's keys by which it can be known, or null. */
    @Nullable
    CustomerId owner(List<IdentifyingKey> keys, Map<IdentifyingKey, CustomerId> owners) {
        for (IdentifyingKey key : keys) {
            CustomerId owner = owners.get(key);
            if (owner != null && (key.number() || !another(owner, keys))) {
                return owner;
            }
        }
        return null;
    }

    private boolean another(CustomerId owner, List<IdentifyingKey> keys) {
        return keys.stream().anyMatch(key -> key.number() && holders.contains(new Holder(owner, key.kind())));
    }

    /** The draft with these keys is this customer from now on. */
    void take(CustomerId customer, List<IdentifyingKey> keys) {
        keys.stream().filter(IdentifyingKey::number).forEach(key -> holders.add(new Holder(customer, key.kind())));
    }
}
