package org.redress.ground.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** What the rulebook says about mails that come in. */
@Component
class MailLimits {

    /** How many of one sender are handed on in an hour. */
    static final String SENDER = "mail.sender.limit";

    static final String ATTACHMENT = "mail.attachment.limit";

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);
    private static final int NO_MATTER = Integer.MAX_VALUE;

    private final Bureaus bureaus;
    private final Rulebook rulebook;

    MailLimits(Bureaus bureaus, Rulebook rulebook) {
        this.bureaus = bureaus;
        this.rulebook = rulebook;
    }

    /** Bytes that a single attachment may have. */
    long attachment(BureauId bureau, Instant at) {
        return rule(bureau, ATTACHMENT, at)
                .map(rule -> rule.amount().multiply(MEGABYTE).longValue())
                .orElse(Long.valueOf(NO_MATTER));
    }

    int ofSender(BureauId bureau, Instant at) {
        return rule(bureau, SENDER, at).map(rule -> rule.amount().intValue()).orElse(NO_MATTER);
    }

    private Optional<Rule> rule(BureauId bureau, String code, Instant at) {
        Bureau home = bureaus.get(bureau);
        return rulebook.find(bureau, code, LocalDate.ofInstant(at, home.zone()));
    }
}
