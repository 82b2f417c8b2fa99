package org.redress.desk.contact.reception;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.party.Consent;
import org.redress.ground.party.ReachPoint;

/**
 * A customer's file as a page of its own.
 *
 * @param ways in which the customer can be written to, each with what they said about it, or null
 * @param language in which they are written to
 * @param writing whether the reader may take contacts
 * @param noting whether the reader may note what the customer says about being written to
 * @param redacting whether the reader may black out this customer's personal data
 * @param redacted when that was done, or null
 * @param faults what is wrong with what was typed, by field
 */
public record CustomerPage(
        CustomerFile file,
        List<Way> ways,
        Locale language,
        boolean writing,
        boolean noting,
        boolean redacting,
        @Nullable Instant redacted,
        Map<String, String> faults,
        ZoneId zone) {

    /**
     * A way and what the customer said about it.
     *
     * @param said null while they said nothing
     */
    public record Way(
            ReachPoint.Kind kind, boolean open, @Nullable Consent said) {}
}
