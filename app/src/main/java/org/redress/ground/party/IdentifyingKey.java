package org.redress.ground.party;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What tells one customer from another: the id in a source system, a telephone number, an e-mail address. Strongest
 * first.
 *
 * @param kind {@code external:SOURCE}, {@code phone} or {@code email}
 */
record IdentifyingKey(String kind, String value) {

    private static final String EXTERNAL = "external:";

    /** One order for every writer, so that two of them never wait for each other in a ring. */
    static final Comparator<IdentifyingKey> ORDER =
            Comparator.comparing(IdentifyingKey::kind).thenComparing(IdentifyingKey::value);

    static List<IdentifyingKey> of(CustomerDraft draft) {
        List<IdentifyingKey> keys = new ArrayList<>(3);
        if (draft.externalId() != null) {
            keys.add(new IdentifyingKey(EXTERNAL + draft.source(), draft.externalId()));
        }
        if (draft.phone() != null) {
            keys.add(new IdentifyingKey("phone", draft.phone()));
        }
        if (draft.email() != null) {
            keys.add(new IdentifyingKey("email", draft.email().toLowerCase(Locale.ROOT)));
        }
        return keys;
    }

    /** Whether it is the number that a source gave: a customer has one in each. */
    boolean number() {
        return kind.startsWith(EXTERNAL);
    }
}
