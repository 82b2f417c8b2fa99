package org.redress.improve.quality.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.recovery.RecoveryRecord;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands of a person, praise as well as blame, and how much they carry: for themselves and for whoever leads them. Blame
 * is only what somebody has laid at their door by name, and what came of it.
 */
@Component
public class Records {

    static final String CARDS = """
            select id, number, severity, state, proposed_at from quality.card
             where bureau = :bureau and staff = :staff order by number desc limit :limit""";

    /** Upheld complaints for which a card that was not dropped names the person. */
    static final String UPHELD = """
            select distinct f.ticket, f.judged_at from quality.card c
              join quality.card_ticket t on t.bureau = c.bureau and t.card = c.id
              join quality.fact f on f.bureau = t.bureau and f.ticket = t.ticket
             where c.bureau = :bureau and c.staff = :staff and c.state not in ('DROPPED', 'WITHDRAWN', 'LIFTED') and f.upheld
             order by f.judged_at desc, f.ticket limit :limit""";

    private static final int LONGEST = 20;
    private static final int DAYS = 365;
    private static final int WEEK = 7;

    private final JdbcClient jdbc;
    private final ContactFactRows facts;
    private final Praises praises;
    private final RecoveryRecord recoveries;
    private final TicketBoard board;
    private final SupportRights rights;
    private final Clock clock;

    Records(
            JdbcClient jdbc,
            ContactFactRows facts,
            Praises praises,
            RecoveryRecord recoveries,
            TicketBoard board,
            SupportRights rights,
            Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.praises = praises;
        this.recoveries = recoveries;
        this.board = board;
        this.rights = rights;
        this.clock = clock;
    }

    /** How much somebody carries: contacts of today and of seven days, hard ones of these, open tickets, late ones of these. */
    public record Load(long today, long week, long hard, long open, long late) {

        static final Load NONE = new Load(0, 0, 0, 0, 0);
    }

    /** A card of a person. */
    public record Card(UUID id, int number, String severity, String state, Instant at) {

        public String spoken() {
            return "C-%03d".formatted(number);
        }
    }

    /** An upheld complaint that was laid at a person's door. */
    public record Upheld(TicketId ticket, Instant at) {}

    /** What stands of a person. */
    public record Standing(
            StaffMember person,
            Load load,
            List<Praises.Praise> praises,
            RecoveryRecord.Made recoveries,
            List<Card> cards,
            List<Upheld> upheld) {}

    /** The record of a person: one's own, or of somebody whom one leads. */
    public Standing of(Actor actor, StaffId person) {
        StaffMember member = rights.seen(actor, person);
        return new Standing(
                member,
                loads(actor, List.of(person)).getOrDefault(person, Load.NONE),
                praises.of(actor.bureau(), person, LONGEST),
                recoveries.of(actor, person, clock.instant().minus(Duration.ofDays(DAYS)), LONGEST),
                cards(actor, person),
                upheld(actor, person));
    }

    /** The people whom somebody leads with what each carries, in three queries. */
    public Map<StaffMember, Load> team(Actor actor) {
        List<StaffMember> people = rights.team(actor);
        Map<StaffId, Load> loads =
                loads(actor, people.stream().map(StaffMember::id).toList());
        Map<StaffMember, Load> team = new LinkedHashMap<>();
        people.forEach(one -> team.put(one, loads.getOrDefault(one.id(), Load.NONE)));
        return team;
    }

    private Map<StaffId, Load> loads(Actor actor, Collection<StaffId> people) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        Map<StaffId, ContactFactRows.Counted> contacts = facts.loads(
                actor.bureau(),
                people,
                today.atStartOfDay(actor.zone()).toInstant(),
                today.minusDays(WEEK - 1).atStartOfDay(actor.zone()).toInstant());
        Map<StaffId, TicketBoard.Tally> tickets = board.talliesByPerson(actor, people);
        Map<StaffId, Load> loads = new HashMap<>();
        people.forEach(person -> {
            ContactFactRows.Counted taken = contacts.getOrDefault(person, new ContactFactRows.Counted(0, 0, 0));
            TicketBoard.Tally open = tickets.getOrDefault(person, new TicketBoard.Tally(0, 0));
            loads.put(person, new Load(taken.today(), taken.all(), taken.hard(), open.total(), open.late()));
        });
        return loads;
    }

    private List<Card> cards(Actor actor, StaffId person) {
        return jdbc.sql(CARDS)
                .param("bureau", actor.bureau().value())
                .param("staff", person.value())
                .param("limit", LONGEST)
                .query((row, n) -> new Card(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("severity"),
                        row.getString("state"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Upheld> upheld(Actor actor, StaffId person) {
        return jdbc.sql(UPHELD)
                .param("bureau", actor.bureau().value())
                .param("staff", person.value())
                .param("limit", LONGEST)
                .query((row, n) -> new Upheld(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        row.getObject("judged_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
