package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.About;
import org.redress.ground.notification.FreshLink;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks customers once they have had time to see whether it is right, reminds them once, and lets go what is not answered. */
@Component
class FollowUpSending {

    private static final int ROUND = 100;
    static final String ASK = "ask";
    private static final String REMIND = "remind";

    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final AskedMatters matters;
    private final Customers customers;
    private final Notices notices;
    private final AnswerLinks links;
    private final Clock clock;

    FollowUpSending(
            FollowUpRows rows,
            FollowUpRules rules,
            AskedMatters matters,
            Customers customers,
            Notices notices,
            AnswerLinks links,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.matters = matters;
        this.customers = customers;
        this.notices = notices;
        this.links = links;
        this.clock = clock;
    }

    /** Does what is due, so many at most; how many there were. */
    @Transactional
    public int look(Actor product) {
        Instant now = clock.instant();
        List<FollowUp> due = rows.due(product.bureau(), now, ROUND);
        for (FollowUp one : due) {
            if (matters.openedAgain(product, one)) {
                // The message that tells of it is still under way.
                rows.state(product.bureau(), one.id(), FollowUpState.DROPPED, null);
                step(product, one, FollowUpStep.What.REOPENED, now);
            } else if (matters.takenBack(product, one)) {
                // It was planned while the message that tells of it was heard.
                rows.state(product.bureau(), one.id(), FollowUpState.DROPPED, null);
                step(product, one, FollowUpStep.What.TAKEN_BACK, now);
            } else if (one.state() == FollowUpState.PLANNED) {
                begin(product, one, now);
            } else if (one.asked() != null && now.isBefore(one.asked().expiresAt())) {
                remind(product, one, now);
            } else {
                rows.state(product.bureau(), one.id(), FollowUpState.EXPIRED, null);
                step(product, one, FollowUpStep.What.EXPIRED, now);
            }
        }
        return due.size();
    }

    /** Forgets links that have not been good for as long as nobody asks about a closing any more; so many at most, how many. */
    @Transactional
    public int forget(Actor product) {
        return links.purge(product.bureau(), rules.forgottenBefore(product, clock.instant()), ROUND);
    }

    private void begin(Actor product, FollowUp one, Instant now) {
        if (rows.askedSince(product.bureau(), one.customer(), one.ticket(), rules.pausedSince(product, now))) {
            rows.state(product.bureau(), one.id(), FollowUpState.DROPPED, null);
            step(product, one, FollowUpStep.What.SPARED, now);
            return;
        }
        if (matters.askedOtherwise(product, one)) {
            rows.state(product.bureau(), one.id(), FollowUpState.DROPPED, null);
            step(product, one, FollowUpStep.What.SAME, now);
            return;
        }
        AskedMatter matter = matters.of(product, one);
        Optional<ReachPoint> way = way(product, one, matter);
        if (way.isEmpty()) {
            rows.state(product.bureau(), one.id(), FollowUpState.UNREACHED, null);
            step(product, one, FollowUpStep.What.UNREACHED, now);
            return;
        }
        Instant until = rules.endsAt(product, now);
        rows.asked(product.bureau(), one.id(), now, rules.remindsAt(product, now), until);
        send(product, one, matter, way.get(), ASK, until);
        step(product, one, FollowUpStep.What.ASKED, now);
    }

    private void remind(Actor product, FollowUp one, Instant now) {
        AskedMatter matter = matters.of(product, one);
        rows.reminded(product.bureau(), one.id(), now);
        way(product, one, matter).ifPresent(way -> {
            send(
                    product,
                    one,
                    matter,
                    way,
                    REMIND,
                    Objects.requireNonNull(one.asked()).expiresAt());
            step(product, one, FollowUpStep.What.REMINDED, now);
        });
    }

    /** A link goes by SMS or mail; first by the way on which the customer came to us, never by one that they declined. */
    private Optional<ReachPoint> way(Actor product, FollowUp one, AskedMatter matter) {
        ReachPoint.Kind own = matter.channel() == Channel.EMAIL ? ReachPoint.Kind.EMAIL : ReachPoint.Kind.MOBILE;
        return customers.ways(product, one.customer()).stream()
                .filter(way -> way.kind() != ReachPoint.Kind.POST && way.consented())
                .min(Comparator.comparing(way -> way.kind() != own));
    }

    private void send(Actor product, FollowUp one, AskedMatter matter, ReachPoint to, String what, Instant until) {
        String code = (one.run() == null ? "followup." : "followup.run.") + what;
        About about = new About(FollowUps.KIND, one.id().value(), one.run() == null ? matter.number() : "", one.path());
        notices.write(product, one.customer(), to, new Notice(code, about, code, words -> {
            Map<String, String> says = new HashMap<>();
            if (one.run() == null) {
                says.put("number", matter.number());
                says.put("subject", matter.subject());
            } else {
                says.put("place", matter.number());
            }
            says.put("link", FreshLink.PLACE);
            says.put("until", words.date(until.atZone(product.zone()).toLocalDate()));
            return says;
        }));
    }

    private void step(Actor product, FollowUp one, FollowUpStep.What what, Instant now) {
        rows.step(product.bureau(), one.id(), product.staff(), what, "", now);
    }
}
