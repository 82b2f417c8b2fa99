package org.redress.ground.party;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.text.Masked;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customers of a bureau. */
@Component
public class Customers {

    /** A number is known by its last eight figures, however it is written. */
    private static final String MENTIONED = """
            select exists (select from party.customer c
                            where c.bureau = :bureau and c.id = any(:ids) and length(c.name) > 1
                              and position(lower(c.name) in lower(:text)) > 0)
                or exists (select from party.contact_point p
                            where p.bureau = :bureau and p.customer = any(:ids)
                              and case when p.kind = 'PHONE'
                                       then length(regexp_replace(p.given, '\\D', '', 'g')) >= 7
                                            and position(right(regexp_replace(p.given, '\\D', '', 'g'), 8) in :digits) > 0
                                       else length(p.given) > 3 and position(lower(p.given) in lower(:text)) > 0 end)
            """;

    private final JdbcClient jdbc;
    private final Matching matching;
    private final Findable findable;
    private final Consents consents;
    private final Trail trail;
    private final Clock clock;

    Customers(JdbcClient jdbc, Matching matching, Findable findable, Consents consents, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.matching = matching;
        this.findable = findable;
        this.consents = consents;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Finds or makes the customer of each draft, in the same order: by the id in the source system, else by telephone,
     * else by e-mail. Drafts of one call that share one of these are one customer. With an id of its own in the source a draft
     * is not the customer of another id there, though they share a telephone or a mailbox; these stay whose they are. A draft
     * without any of them makes a customer of its own if it has a name, else gives null: an anonymous contact. What a draft adds
     * is kept.
     */
    @Transactional
    public List<@Nullable CustomerId> match(Actor actor, List<CustomerDraft> drafts) {
        return matching.match(actor.bureau(), drafts, clock.instant());
    }

    /** The customers with these ids, masked, in one query. */
    public Map<CustomerId, CustomerCard> cards(Actor actor, Collection<CustomerId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        actor.require(Action.READ, "customer");
        return jdbc
                .sql("""
                        select c.id, c.name, c.created_at,
                               (select given from party.contact_point p
                                 where p.bureau = c.bureau and p.customer = c.id and p.kind = 'PHONE' order by p.seq limit 1),
                               (select given from party.contact_point p
                                 where p.bureau = c.bureau and p.customer = c.id and p.kind = 'EMAIL' order by p.seq limit 1),
                               (select given from party.contact_point p
                                 where p.bureau = c.bureau and p.customer = c.id and p.kind = 'ADDRESS' order by p.seq limit 1)
                          from party.customer c
                         where c.bureau = ? and c.id = any(?)
                        """)
                .params(
                        actor.bureau().value(),
                        ids.stream().map(CustomerId::value).distinct().toArray(UUID[]::new))
                .query((row, n) -> new CustomerCard(
                        new CustomerId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        masked(row.getString(4), Masked::phone),
                        masked(row.getString(5), Masked::email),
                        row.getString(6),
                        row.getTimestamp(3).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
    }

    private static @Nullable String masked(@Nullable String value, Function<String, String> mask) {
        return value == null ? null : mask.apply(value);
    }

    /**
     * Customers by any part of a number, a name, an address or how a name is read in pinyin, whole or by initials; of
     * several parts each must be there. A Chinese character is enough; of figures and letters two are needed.
     */
    public FoundCustomers find(Actor actor, String typed, int limit) {
        actor.require(Action.READ, "customer");
        List<CustomerId> ids = findable.find(actor.bureau(), typed, limit + 1);
        List<CustomerId> shown = ids.size() > limit ? ids.subList(0, limit) : ids;
        Map<CustomerId, CustomerCard> cards = cards(actor, shown);
        return new FoundCustomers(
                shown.stream().map(cards::get).filter(Objects::nonNull).toList(), ids.size() > limit);
    }

    /** How a customer can be reached, masked. */
    public MaskedPoints points(Actor actor, CustomerId id) {
        actor.require(Action.READ, "customer");
        int bureau = actor.bureau().value();
        return new MaskedPoints(
                points(bureau, id, PointKind.PHONE).stream().map(Masked::phone).toList(),
                points(bureau, id, PointKind.EMAIL).stream().map(Masked::email).toList(),
                points(bureau, id, PointKind.ADDRESS));
    }

    /** One customer unmasked; the look leaves a trail. */
    @Transactional
    public ContactDetails reveal(Actor actor, CustomerId id) {
        actor.require(Action.REVEAL, "customer");
        int bureau = actor.bureau().value();
        Optional<String> name = jdbc.sql("select coalesce(name, '') from party.customer where bureau = ? and id = ?")
                .params(bureau, id.value())
                .query(String.class)
                .optional();
        if (name.isEmpty()) {
            throw Problem.absent("customer.absent");
        }
        trail.record(actor, "customer.reveal", "customer", id.value(), "{}");
        return new ContactDetails(
                id,
                name.filter(n -> !n.isEmpty()).orElse(null),
                points(bureau, id, PointKind.PHONE),
                points(bureau, id, PointKind.EMAIL),
                points(bureau, id, PointKind.ADDRESS));
    }

    /**
     * Where the product writes to a customer about their own matter: to a mobile, else by mail, else by letter, the first way
     * that they did not decline. Where they declined each, the first that there is, not consented.
     */
    public Optional<ReachPoint> reach(Actor actor, CustomerId id) {
        List<ReachPoint> ways = ways(actor, id);
        return ways.stream()
                .filter(ReachPoint::consented)
                .findFirst()
                .or(() -> ways.stream().findFirst());
    }

    /** The same by one way only. */
    public Optional<ReachPoint> reach(Actor actor, CustomerId id, ReachPoint.Kind by) {
        return ways(actor, id).stream().filter(way -> way.kind() == by).findFirst();
    }

    /** Every way in which a customer can be written to, the quickest first. */
    public List<ReachPoint> ways(Actor actor, CustomerId id) {
        actor.require(Action.READ, "customer");
        int bureau = actor.bureau().value();
        Map<ReachPoint.Kind, Consent> said = consents.of(actor, id);
        Locale language = consents.language(actor, id);
        List<ReachPoint> ways = new ArrayList<>();
        points(bureau, id, PointKind.PHONE).stream()
                .map(given -> TelephoneNumber.mobile(given, actor.region()))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(number -> ways.add(way(said, language, ReachPoint.Kind.MOBILE, number)));
        points(bureau, id, PointKind.EMAIL).stream()
                .findFirst()
                .ifPresent(mail -> ways.add(way(said, language, ReachPoint.Kind.EMAIL, mail)));
        points(bureau, id, PointKind.ADDRESS).stream()
                .findFirst()
                .ifPresent(
                        address -> ways.add(way(said, language, ReachPoint.Kind.POST, addressed(actor, id, address))));
        return ways;
    }

    private static ReachPoint way(
            Map<ReachPoint.Kind, Consent> said, Locale language, ReachPoint.Kind kind, String address) {
        Consent consent = said.get(kind);
        return new ReachPoint(kind, address, consent == null || consent.given(), language);
    }

    private String addressed(Actor actor, CustomerId id, String address) {
        CustomerCard card = cards(actor, List.of(id)).get(id);
        return card == null || card.name() == null ? address : card.name() + "\n" + address;
    }

    private List<String> points(int bureau, CustomerId id, PointKind kind) {
        return jdbc.sql("""
                        select given from party.contact_point
                         where bureau = ? and customer = ? and kind = ? order by seq
                        """)
                .params(bureau, id.value(), kind.name())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * Whether a text speaks of any of these customers: by their name, or by a telephone number, mail or postal address of
     * theirs. So that nobody is told another one's.
     */
    public boolean mentioned(Actor actor, Collection<CustomerId> ids, String text) {
        actor.require(Action.READ, "customer");
        return !ids.isEmpty()
                && jdbc.sql(MENTIONED)
                        .param("bureau", actor.bureau().value())
                        .param(
                                "ids",
                                ids.stream().map(CustomerId::value).distinct().toArray(UUID[]::new))
                        .param("text", text)
                        .param("digits", text.replaceAll("\\D", ""))
                        .query(Boolean.class)
                        .single();
    }

    /** The customer who is known by this mailbox. */
    public Optional<CustomerId> ofMailbox(Actor actor, String email) {
        actor.require(Action.READ, "customer");
        return jdbc.sql("select customer from party.identifying_key where bureau = ? and kind = 'email' and value = ?")
                .params(actor.bureau().value(), email.toLowerCase(Locale.ROOT))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whether a mailbox is one of this customer's. */
    public boolean hasMailbox(Actor actor, CustomerId id, String email) {
        actor.require(Action.READ, "customer");
        return points(actor.bureau().value(), id, PointKind.EMAIL).stream().anyMatch(email::equalsIgnoreCase);
    }

    /** The mailboxes on file, for the product itself: nobody is shown them. */
    public List<String> mailboxes(Actor actor, CustomerId id) {
        actor.require(Action.REDACT, "customer");
        return points(actor.bureau().value(), id, PointKind.EMAIL);
    }

    /** How many customers the bureau knew before a moment. */
    public long count(Actor actor, Instant before) {
        return jdbc.sql("select count(*) from party.customer where bureau = ? and created_at < ?")
                .params(actor.bureau().value(), Timestamp.from(before))
                .query(Long.class)
                .single();
    }
}
