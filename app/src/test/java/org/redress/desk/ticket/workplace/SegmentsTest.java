package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.TicketStory.Answered;
import org.redress.desk.ticket.TicketStory.Entry;
import org.redress.desk.ticket.TicketStory.Happened;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Step;

class SegmentsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final StaffId LIN = new StaffId(new UUID(1, 1));
    private static final StaffId GAO = new StaffId(new UUID(1, 2));
    private static final UnitId DESK = new UnitId(new UUID(2, 1));
    private static final Words WORDS = Words.of(Words.ENGLISH);

    private static List<Step> line(Ticket ticket, Entry... story) {
        Actor reader = new Actor(
                new BureauId(1), LIN, "Lin", "2107", DESK, "agent", List.of(), Locale.ENGLISH, ZONE, "CN", "CN");
        People people = new People(reader, WORDS, Map.of(LIN, member(LIN, "Lin"), GAO, member(GAO, "Gao")));
        return new Segments(new When(WORDS, ZONE, NOW), people).of(ticket, new TicketStory(List.of(story)));
    }

    private static StaffMember member(StaffId id, String name) {
        return new StaffMember(id, name, name, "1", DESK, "Desk", "agent", true, null);
    }

    private static Ticket ticket(
            TicketState state,
            boolean taken,
            @Nullable Instant due,
            @Nullable Instant resolved,
            @Nullable Instant closed) {
        return new Ticket(
                new TicketId(new UUID(3, 1)),
                TicketNumber.parse("T-1184020").orElseThrow(),
                1,
                TicketKind.FAULT,
                state,
                NOW,
                null,
                null,
                "Broadband is down",
                "Since yesterday.",
                null,
                LIN,
                DESK,
                taken,
                new Ticket.Origin(Channel.WEB, NOW, NOW, null, null, "desk", null),
                null,
                null,
                new Ticket.Reply(due, false, null, null),
                new Ticket.Outcome(null, null, null, null, resolved, closed, null, null, 0));
    }

    private static Happened happened(String what, StaffId by, TicketState to) {
        return new Happened(NOW.minusSeconds(3600), by, what, null, to, null, null);
    }

    private static List<String> looks(List<Step> line) {
        return line.stream().map(step -> step.name() + " " + step.state()).toList();
    }

    @Test
    void a_fresh_ticket_stands_at_its_failure_type() {
        List<Step> line = line(
                ticket(TicketState.ACKNOWLEDGED, true, NOW.plusSeconds(600), null, null),
                happened("open", LIN, TicketState.ACKNOWLEDGED));

        assertThat(looks(line))
                .containsExactly(
                        "Acknowledge done", "Failure type now", "Work ok", "Answer ok", "Resolve ok", "Close ok");
        assertThat(line.get(3).limit()).isEqualTo("due today 16:10");
        assertThat(line).filteredOn(Step::current).hasSize(1);
    }

    @Test
    void whoever_took_it_first_stays_there_when_it_is_handed_over() {
        List<Step> line = line(
                ticket(TicketState.IN_PROGRESS, true, NOW.minusSeconds(60), null, null),
                happened("source", GAO, TicketState.ACKNOWLEDGED),
                happened("take", LIN, TicketState.ACKNOWLEDGED),
                happened("start", LIN, TicketState.IN_PROGRESS),
                happened("assign", GAO, TicketState.IN_PROGRESS));

        assertThat(line.getFirst().who()).isEqualTo("Lin");
        assertThat(looks(line)).contains("Work now", "Answer late");
    }

    @Test
    void what_nobody_has_taken_waits_for_that() {
        assertThat(looks(line(ticket(TicketState.ACKNOWLEDGED, false, NOW.plusSeconds(600), null, null))))
                .startsWith("Acknowledge now", "Failure type ok");
    }

    @Test
    void a_rejected_ticket_ends_without_the_steps_that_it_never_took() {
        assertThat(looks(line(
                        ticket(TicketState.REJECTED, true, null, null, NOW),
                        happened("open", LIN, TicketState.ACKNOWLEDGED),
                        happened("reject", GAO, TicketState.REJECTED))))
                .containsExactly("Acknowledge done", "Rejected done");
    }

    @Test
    void what_came_closed_from_elsewhere_tells_when_and_not_by_whom() {
        List<Step> line = line(ticket(TicketState.CLOSED, false, null, NOW, NOW));

        assertThat(looks(line)).containsExactly("Resolve done", "Close done");
        assertThat(line).extracting(Step::who).containsOnly("");
    }

    @Test
    void an_answer_stands_with_who_gave_it() {
        List<Step> line = line(
                ticket(TicketState.IN_PROGRESS, true, null, null, null),
                happened("open", LIN, TicketState.ACKNOWLEDGED),
                new Answered(NOW, GAO, "head", Channel.SMS, "We are sorry."));

        assertThat(line.get(3).who()).isEqualTo("Gao");
        assertThat(looks(line)).contains("Answer done");
    }
}
