package org.redress.desk.recovery.pattern;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.SharedPoints;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.springframework.stereotype.Component;

/**
 * Looks, whenever something is given by choice, or owed because somebody says that a late installation works, at what the same
 * person gave and the same customer got not long before, and, whenever tickets are joined, at what their customers got on each. The
 * bounds are the rulebook's ({@code pattern.…}); what somebody has looked at does not count again.
 */
@Component
class PatternWatch {

    private final GivenRows given;
    private final PatternRows rows;
    private final SharedPoints points;
    private final Joins joins;
    private final Staff staff;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    PatternWatch(
            GivenRows given,
            PatternRows rows,
            SharedPoints points,
            Joins joins,
            Staff staff,
            Rulebook rulebook,
            Trail trail,
            Clock clock) {
        this.given = given;
        this.rows = rows;
        this.points = points;
        this.joins = joins;
        this.staff = staff;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks at what came with these compensations. */
    void look(Actor product, List<UUID> compensations) {
        for (PatternCase one : given.of(product.bureau(), compensations)) {
            belowLimit(product, one);
            if (one.customer() != null) {
                again(product, one, one.customer());
                split(product, one, one.customer());
                sameContact(product, one, one.customer());
            }
        }
    }

    private void belowLimit(Actor product, PatternCase one) {
        BigDecimal limit = limit(product, one);
        if (limit == null) {
            return;
        }
        BigDecimal percent = amount(product, "pattern.below.share", one.day());
        int window = whole(product, "pattern.below.window", one.day());
        int enough = whole(product, "pattern.below.count", one.day());
        BigDecimal from = limit.multiply(percent).movePointLeft(2);
        List<PatternCase> near =
                given.ofGiver(product.bureau(), one.giver(), one.day().minusDays(window), from, limit);
        if (near.size() >= enough && near.contains(one)) {
            note(product, PatternKind.BELOW_LIMIT, one.giver().value(), near, percent, enough, window);
        }
    }

    private void again(Actor product, PatternCase one, CustomerId customer) {
        int window = whole(product, "pattern.again.window", one.day());
        int enough = whole(product, "pattern.again.count", one.day());
        List<PatternCase> all = given.ofCustomers(
                product.bureau(), List.of(customer), one.day().minusDays(window), PatternKind.AGAIN, customer.value());
        if (all.size() >= enough) {
            note(product, PatternKind.AGAIN, customer.value(), all, enough, window);
        }
    }

    /** Each within what its giver may give, all together above it. */
    private void split(Actor product, PatternCase one, CustomerId customer) {
        BigDecimal limit = limit(product, one);
        if (limit == null) {
            return;
        }
        int window = whole(product, "pattern.split.window", one.day());
        int enough = whole(product, "pattern.split.count", one.day());
        List<PatternCase> small = given
                .ofCustomers(
                        product.bureau(),
                        List.of(customer),
                        one.day().minusDays(window),
                        PatternKind.SPLIT,
                        customer.value())
                .stream()
                .filter(each -> each.sum().getAmount().compareTo(limit) <= 0)
                .toList();
        if (small.size() >= enough
                && Money.total(small.stream().map(PatternCase::sum).toList())
                                .getAmount()
                                .compareTo(limit)
                        > 0) {
            note(product, PatternKind.SPLIT, customer.value(), small, enough, window);
        }
    }

    private void sameContact(Actor product, PatternCase one, CustomerId customer) {
        int window = whole(product, "pattern.contact.window", one.day());
        int enough = whole(product, "pattern.contact.customers", one.day());
        for (Map.Entry<UUID, Set<CustomerId>> shared :
                points.of(product, customer).entrySet()) {
            List<PatternCase> all = given.ofCustomers(
                    product.bureau(),
                    shared.getValue(),
                    one.day().minusDays(window),
                    PatternKind.SAME_CONTACT,
                    shared.getKey());
            Set<@Nullable CustomerId> who = new HashSet<>();
            all.forEach(each -> who.add(each.customer()));
            if (who.size() >= enough) {
                note(product, PatternKind.SAME_CONTACT, shared.getKey(), all, enough, window);
            }
        }
    }

    /**
     * Looks at what the same customer got on more than one of the tickets that are joined with this one, within the time in which
     * customers who get something again and again are looked for: joins of long ago may be told once more.
     */
    void joined(Actor product, TicketId ticket) {
        TicketId lead = joins.lead(product, ticket);
        List<TicketId> all = Stream.concat(
                        Stream.of(lead), joins.members(product, lead).stream().map(TicketCard::id))
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), product.zone());
        LocalDate since = today.minusDays(whole(product, "pattern.again.window", today));
        for (CustomerId customer : given.onSeveral(product.bureau(), all, since)) {
            UUID subject = matter(lead, customer);
            List<PatternCase> cases =
                    given.ofTickets(product.bureau(), all, customer, since, PatternKind.JOINED, subject);
            int on = Math.toIntExact(
                    cases.stream().map(PatternCase::ticket).distinct().count());
            if (on > 1) {
                note(product, PatternKind.JOINED, subject, cases, on);
            }
        }
    }

    /** What stands for the matter of a customer. */
    private static UUID matter(TicketId lead, CustomerId customer) {
        return UUID.nameUUIDFromBytes((lead.value() + " " + customer.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** What the giver's post may give by itself for one case, or null where the rulebook says nothing of it. */
    private @Nullable BigDecimal limit(Actor product, PatternCase one) {
        return staff.find(product, one.giver())
                .map(StaffMember::post)
                .flatMap(post -> rulebook.find(product.bureau(), "authority.case." + post, one.day()))
                .map(Rule::amount)
                .orElse(null);
    }

    private BigDecimal amount(Actor product, String code, LocalDate day) {
        return rulebook.get(product.bureau(), code, day).amount();
    }

    /** How many; a part of one counts as none of it. */
    private int whole(Actor product, String code, LocalDate day) {
        return amount(product, code, day).intValue();
    }

    private void note(Actor product, PatternKind kind, UUID subject, List<PatternCase> cases, Number... bounds) {
        String said = Arrays.stream(bounds)
                .map(bound -> bound instanceof BigDecimal exact ? exact.toPlainString() : bound.toString())
                .collect(Collectors.joining(" "));
        if (rows.note(product.bureau(), new Series(kind, subject, cases, said), clock.instant())) {
            trail.record(product, "pattern.found", Patterns.KIND, subject, "{\"kind\":\"" + kind + "\"}");
        }
    }
}
