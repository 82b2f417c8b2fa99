package org.redress.desk.recovery.severity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.FailureMagnitude;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RepeatedFailures;
import org.redress.desk.ticket.SeverityMarks;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.Standing;
import org.redress.ground.party.Standings;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How severe failures are. It is reckoned by the product whenever something that it depends on has changed, and kept with its
 * reckoning; whoever looks at a ticket sees every addend.
 */
@Component
public class Severities {

    private final SeverityRows rows;
    private final SeverityMarks marks;
    private final Tickets tickets;
    private final Contacts contacts;
    private final FailureTypes types;
    private final RepeatedFailures repeated;
    private final Remedies remedies;
    private final Standings standings;
    private final ObjectProvider<FailureMagnitude> magnitudes;
    private final Rulebook rulebook;
    private final Bureaus bureaus;
    private final Clock clock;

    Severities(
            SeverityRows rows,
            SeverityMarks marks,
            Tickets tickets,
            Contacts contacts,
            FailureTypes types,
            RepeatedFailures repeated,
            Remedies remedies,
            Standings standings,
            ObjectProvider<FailureMagnitude> magnitudes,
            Rulebook rulebook,
            Bureaus bureaus,
            Clock clock) {
        this.rows = rows;
        this.marks = marks;
        this.tickets = tickets;
        this.contacts = contacts;
        this.types = types;
        this.repeated = repeated;
        this.remedies = remedies;
        this.standings = standings;
        this.magnitudes = magnitudes;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    /**
     * As it was reckoned last; reckoned for this look where it never was, or is open and was by other numbers than today's.
     * Looking keeps nothing: the watch does, and tells the ticket.
     */
    public Severity of(Actor actor, TicketId id) {
        Ticket ticket = tickets.get(actor, id);
        Severity kept = rows.of(actor.bureau(), List.of(id)).get(id);
        if (kept != null && (!ticket.state().open() || kept.rules() == rules(actor.bureau()))) {
            return kept;
        }
        return reckon(product(actor.bureau()), ticket);
    }

    /** Tells today's numbers from others. */
    int rules(BureauId bureau) {
        return policy(product(bureau), clock.instant()).rules();
    }

    /** As they were reckoned last, without those that never were; one query. */
    public Map<TicketId, Severity> of(Actor actor, Collection<TicketId> ids) {
        actor.require(Action.READ, "ticket");
        return rows.of(actor.bureau(), ids);
    }

    /** Reckons these tickets anew and keeps what comes out; the product's own doing. */
    @Transactional
    public void reckon(BureauId bureau, Collection<TicketId> ids) {
        Actor product = product(bureau);
        for (TicketId id : ids) {
            Ticket ticket = tickets.get(product, id);
            Severity now = reckon(product, ticket);
            if (rows.keep(bureau, id, ticket.state().open(), now)) {
                marks.keep(product, id, now.grade(), now.points());
            }
        }
    }

    /** Tells these tickets how severe they were reckoned last. */
    @Transactional
    public void mark(BureauId bureau, Collection<TicketId> ids) {
        Actor product = product(bureau);
        rows.of(bureau, ids).forEach((id, kept) -> marks.keep(product, id, kept.grade(), kept.points()));
        rows.marked(bureau, ids);
    }

    /** Open tickets before this one that were never reckoned, the newest first. */
    List<TicketId> unrated(BureauId bureau, UUID before, int limit) {
        return marks.unrated(product(bureau), before, limit);
    }

    /** The numbers by which it is reckoned today, by code. */
    public Map<String, BigDecimal> numbers(BureauId bureau, LocalDate day) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        SeverityPolicy.CODES.forEach(
                code -> numbers.put(code, rulebook.get(bureau, code, day).amount()));
        types.taxonomy(bureau).types().stream()
                .filter(type -> !type.leaf() && type.parent() != null)
                .map(type -> SeverityPolicy.TYPE + type.code())
                .forEach(code ->
                        numbers.put(code, rulebook.get(bureau, code, day).amount()));
        return Map.copyOf(numbers);
    }

    private Severity reckon(Actor product, Ticket ticket) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SeverityPolicy policy = policy(product, now);
        Optional<Duration> without = magnitudes.stream()
                .flatMap(one -> one.withoutService(product, ticket.id(), now).stream())
                .max(Comparator.naturalOrder());
        Optional<Duration> later = magnitudes.stream()
                .flatMap(one -> one.withoutService(product, ticket.id(), now.plus(Duration.ofDays(1))).stream())
                .max(Comparator.naturalOrder());
        Standing standing = ticket.customer() == null
                ? null
                : standings.of(product, Set.of(ticket.customer())).get(ticket.customer());
        SeverityFacts facts = new SeverityFacts(
                parent(product, ticket),
                without,
                magnitudes.stream()
                        .flatMap(one -> one.disputed(product, ticket.id()).stream())
                        .filter(sum -> sum.getCurrencyUnit().equals(remedies.currency(product)))
                        .reduce(Money::plus),
                standing == null ? org.redress.ground.party.Segment.RESIDENTIAL : standing.segment(),
                Optional.ofNullable(standing)
                        .map(Standing::monthly)
                        .filter(sum -> sum.getCurrencyUnit().equals(remedies.currency(product))),
                mood(product, ticket.id()),
                repeated.count(product, ticket.id()));
        return policy.reckon(facts, later.isPresent() && !later.equals(without), now);
    }

    private SeverityPolicy policy(Actor product, Instant now) {
        return new SeverityPolicy(numbers(product.bureau(), LocalDate.ofInstant(now, product.zone())));
    }

    /** Which of the fifteen types it is of, decided or else suggested. */
    private @Nullable String parent(Actor product, Ticket ticket) {
        String code = ticket.classified() != null
                ? ticket.classified().type()
                : ticket.suggestion() == null ? null : ticket.suggestion().type();
        return code == null
                ? null
                : types.taxonomy(product.bureau())
                        .find(code)
                        .map(FailureType::parent)
                        .orElse(null);
    }

    /** The worst that anybody saw. */
    private @Nullable Mood mood(Actor product, TicketId ticket) {
        return contacts.ofTicket(product, ticket).stream()
                .map(Contact::mood)
                .filter(mood -> mood != Mood.UNKNOWN)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Actor product(BureauId bureau) {
        return bureaus.command(bureaus.get(bureau));
    }

    /** Open tickets, the most severe first. Whoever may read tickets sees those that they may read. */
    List<SeverityRows.Ranked> worst(Actor actor, int points, UUID ticket, int limit) {
        actor.require(Action.READ, "ticket");
        return rows.worst(actor.bureau(), points, ticket, limit);
    }
}
