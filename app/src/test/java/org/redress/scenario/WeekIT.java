package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Outcome;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.JourneyView;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Timeline;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfers;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockAudit;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Escalations;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Absences;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.Customers;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rulebook;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A week of a bureau: 2,000 contacts, twelve departments, a holiday and people away, on a clock of its own. For that clock
 * alone this test has a context and a database of its own.
 */
@SpringBootTest(classes = {Redress.class, WeekIT.Time.class})
@ContextConfiguration(initializers = OwnDatabase.class)
@DirtiesContext
class WeekIT {

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        VirtualClock virtualClock() {
            return new VirtualClock(Town.BEGIN);
        }
    }

    private static final int CONTACTS = 2000;
    private static final Set<String> PLAYED = Set.of("clocks", "appointments", "outbox");

    @Autowired
    VirtualClock clock;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    Contacts contacts;

    @Autowired
    Escalations escalations;

    @Autowired
    Commitments commitments;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    Absences absences;

    @Autowired
    Calendars calendars;

    @Autowired
    Customers customers;

    @Autowired
    Tickets tickets;

    @Autowired
    Transfers transfers;

    @Autowired
    Segments segments;

    @Autowired
    Journeys journeys;

    @Autowired
    Deciders deciders;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Week week;
    private Handling handling;
    private Actor eye;

    @BeforeEach
    void found() throws IOException {
        Random chance = new Random(20260503);
        town = new Town(bureaus, staff, actors, absences, calendars);
        town.build(chance);
        eye = town.command();
        handling = new Handling(
                town,
                chance,
                new Handling.Desk(contacts, tickets, transfers, segments, journeys, deciders, causes, findings));
        week = new Week(town, clock, chance, played(), contacts, escalations, handling);
    }

    @Test
    @Tag("S5.2")
    @Tag("S5.3")
    void after_a_week_nothing_is_lost_nothing_fired_wrongly_and_all_times_add_up() {
        week.play(CONTACTS);

        everyContactIsAnsweredOrOpenWithAnOwner();
        nothingThatCameAfterTheEndWaitsWithoutAClock();
        everyClockFiredOnceAndOnTime();
        timesBySegmentAddUpToTheWhole();
        whoIsAwayIsStoodInFor();
        assertThat(count("select count(*) from platform.outbox"))
                .as("messages left behind")
                .isZero();
    }

    private List<RecurringJob> played() {
        return jobs.stream().filter(job -> PLAYED.contains(job.name())).toList();
    }

    private void everyContactIsAnsweredOrOpenWithAnOwner() {
        assertThat(week.taken).hasSize(CONTACTS);
        assertThat(jdbc.sql("select distinct channel from contact.contact where bureau = ?")
                        .param(eye.bureau().value())
                        .query((row, n) -> Channel.valueOf(row.getString(1)))
                        .list())
                .as("every channel")
                .containsExactlyInAnyOrder(Channel.values());
        Set<StaffId> people = staff.list(eye).stream().map(one -> one.id()).collect(Collectors.toSet());
        Endings endings = new Endings(jdbc, customers, eye);
        for (ContactId id : week.taken) {
            Contact contact = contacts.get(eye, id);
            TicketId id2 = contact.matter().ticket();
            if (contact.outcome() == Outcome.ANSWERED) {
                assertThat(contact.answer()).isNotBlank();
            } else if (id2 == null) {
                assertThat(contact.outcome()).isIn(Outcome.WAITING, Outcome.KEPT);
                assertThat(people).contains(contact.takenBy());
            } else {
                Ticket ticket = tickets.get(eye, id2);
                assertThat(people).as("owner of %s", ticket.number()).contains(ticket.responsible());
                endings.check(ticket);
            }
        }
        endings.ofAllSorts();
    }

    private void nothingThatCameAfterTheEndWaitsWithoutAClock() {
        List<Contact> after = week.taken.stream()
                .map(id -> contacts.get(eye, id))
                .filter(contact -> contact.matter().earlier() != null)
                .toList();
        Map<Subject, List<Clock>> clocks =
                commitments.of(eye, after.stream().map(WeekIT::subject).toList());
        for (Contact contact : after) {
            assertThat(clocks.get(subject(contact)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.endedAt() == null)
                            .as("%s runs", one)
                            .isEqualTo(contact.outcome() == Outcome.WAITING));
        }
        assertThat(after).extracting(Contact::outcome).contains(Outcome.WAITING, Outcome.REOPENED);
    }

    private static Subject subject(Contact contact) {
        return new Subject("contact", contact.id().value());
    }

    private void everyClockFiredOnceAndOnTime() {
        ClockAudit audit = new ClockAudit(jdbc, Week.STEP, Town.END);
        Map<UUID, Instant> reopened = handling.refused.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
        audit.check(eye.bureau(), clocks("segment"), reopened, patience());
        kinds().stream()
                .filter(kind -> !kind.equals("segment"))
                .forEach(kind -> audit.check(eye.bureau(), clocks(kind), Map.of(), patience()));
        assertThat(audit.faults).isEmpty();
        assertThat(audit.clocks)
                .as("no clock is left out, whatever it is about")
                .isGreaterThan(CONTACTS / 2)
                .isEqualTo(Math.toIntExact(count("select count(*) from commitment.clock")));
        assertThat(kinds()).contains("segment", "ticket", "contact");
        assertThat(audit.warnings).as("warnings").isGreaterThan(50);
        assertThat(audit.breaches).as("breaches").isGreaterThan(50);
        assertThat(audit.climbs).as("steps up the ladder").isGreaterThan(50);
        assertThat(count("select count(*) from commitment.clock where late_since is not null"))
                .as("every breach is escalated")
                .isEqualTo(count("select count(*) from commitment.escalation where rung = 'PERSON'"));
    }

    private Map<String, Limit> patience() {
        LocalDate day = LocalDate.ofInstant(Town.BEGIN, Town.ZONE);
        return Map.of(
                "PERSON", rulebook.limit(eye.bureau(), "escalation.head", day),
                "HEAD", rulebook.limit(eye.bureau(), "escalation.director", day),
                "DIRECTOR", rulebook.limit(eye.bureau(), "escalation.manager", day),
                "answered", rulebook.limit(eye.bureau(), "escalation.answered", day));
    }

    private List<String> kinds() {
        return jdbc.sql("select distinct subject_kind from commitment.clock where bureau = ? order by 1")
                .param(eye.bureau().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Clock> clocks(String kind) {
        List<Subject> subjects = jdbc.sql(
                        "select distinct subject from commitment.clock where bureau = ? and subject_kind = ?")
                .params(eye.bureau().value(), kind)
                .query((row, n) -> new Subject(kind, row.getObject(1, UUID.class)))
                .list();
        return commitments.of(eye, subjects).entrySet().stream()
                .filter(of -> of.getKey().kind().equals(kind))
                .flatMap(of -> of.getValue().stream())
                .toList();
    }

    private void timesBySegmentAddUpToTheWhole() {
        int through = 0;
        List<TicketId> all = new ArrayList<>(week.opened.keySet());
        for (TicketId id : all) {
            JourneyView journey = journeys.look(eye, id);
            Ticket ticket = journey.ticket();
            Instant closed = ticket.outcome().closedAt();
            Duration whole = Duration.between(ticket.origin().receivedAt(), closed == null ? clock.instant() : closed);
            List<Timeline.Stay> stays = journey.timeline().stays();
            assertThat(stays.stream().map(Timeline.Stay::length).reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(whole);
            for (int n = 1; n < stays.size(); n++) {
                assertThat(stays.get(n).from()).isEqualTo(stays.get(n - 1).until());
            }
            through += journey.segments().size();
            assertThat(journey.segments().stream().filter(one -> one.state().open()))
                    .as("one department at a time")
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(journey.segments().stream().map(Segment::unit)).isSubsetOf(town.people.keySet());
        }
        assertThat(through).as("segments").isGreaterThan(CONTACTS / 10);
    }

    /** What is escalated to a person who is away reaches whoever stands in. */
    private void whoIsAwayIsStoodInFor() {
        for (Town.Away away : town.away) {
            assertThat(count("select count(*) from commitment.escalation where staff = '"
                            + away.staff().value() + "' and at >= '" + away.from() + "' and at < '" + away.until()
                            + "'"))
                    .isZero();
        }
        assertThat(town.away).isNotEmpty();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
