package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Task;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.JoinResult;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.attachment.Sent;
import org.redress.ground.attachment.SomeFiles;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is joined keeps its files, contacts, messages, tasks and remedies, and is found with all of them when it is parted again
 * (Zammad #186, FreeScout #2903 and #2681, frappe/helpdesk #2260).
 */
@RedressIT
@Tag("S5.1")
class JoinedContentIT {

    /** What stands in the rows of a bureau; of a message what is not rewritten by its sending. */
    private static final Map<String, String> KEPT = Map.ofEntries(
            whole("attachment.attachment"),
            whole("attachment.chunk"),
            whole("contact.contact"),
            whole("ticket.note"),
            whole("ticket.answer"),
            whole("procedure.journey"),
            whole("procedure.segment"),
            whole("procedure.handover"),
            whole("recovery.remedy"),
            whole("recovery.compensation"),
            whole("recovery.entry"),
            whole("commitment.clock"),
            Map.entry(
                    "notification.message",
                    "select concat_ws('|', id, subject, occasion, code, channel, address, parameters) from notification.message"));

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    Attachments attachments;

    @Autowired
    Contacts contacts;

    @Autowired
    Segments segments;

    @Autowired
    Journeys journeys;

    @Autowired
    Remedies remedies;

    @Autowired
    SomeFailures some;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor lin;
    private Actor office;

    private static Map.Entry<String, String> whole(String table) {
        return Map.entry(table, "select row_to_json(t)::text from " + table + " t");
    }

    @BeforeEach
    void open() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        office = offices.hireElsewhere(command, Posts.AGENT, "office");
    }

    /** A complaint with everything that hangs on one. */
    private TicketId full(int number) {
        Ticket opened = some.complaint(lin, Mood.ANGRY);
        Ticket ticket = SomeFailures.done(tickets.step(lin, opened.id(), opened.version(), Step.START, null));
        some.again(lin, ticket, Mood.ANGRY, "还是没人来。");
        attachments.add(
                lin,
                new Holder("ticket", ticket.id().value()),
                new Sent("账单" + number + ".pdf", "application/pdf", new ByteArrayInputStream(SomeFiles.pdf(number))));
        assertThat(segments.send(
                        lin,
                        ticket.id(),
                        new Task("查线路", office.unit(), null, null, "到现场查分光箱", Limit.workingHours(4), "", false),
                        ""))
                .isInstanceOf(SegmentResult.Done.class);
        remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "电话致歉");
        remedies.give(lin, ticket.id(), RemedyKind.BILL_CREDIT, SomeMoney.yuan("5.00"), "");
        tickets.note(lin, ticket.id(), "备注" + number);
        return SomeFailures.done(tickets.answer(
                        lin, ticket.id(), tickets.get(lin, ticket.id()).version(), Channel.SMS, "已派人上门。"))
                .id();
    }

    private Map<String, List<String>> content() {
        deliveries.await(command);
        Map<String, List<String>> content = new LinkedHashMap<>();
        KEPT.forEach((table, sql) -> content.put(
                table,
                jdbc.sql(sql + " where bureau = ? order by 1")
                        .param(command.bureau().value())
                        .query((row, n) -> row.getString(1))
                        .list()));
        return content;
    }

    private void same(Map<String, List<String>> before) {
        Map<String, List<String>> after = content();
        before.forEach((table, rows) -> {
            if (table.equals("notification.message")) {
                assertThat(after.get(table)).as(table).containsAll(rows);
            } else {
                assertThat(after.get(table)).as(table).isEqualTo(rows);
            }
        });
    }

    @Test
    void files_contacts_messages_tasks_and_remedies_stay_where_they_are() {
        TicketId lead = full(1);
        TicketId ticket = full(2);
        Map<String, List<String>> before = content();
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).hasSizeGreaterThanOrEqualTo(2));

        assertThat(joins.join(lin, ticket, lead, null)).isInstanceOf(JoinResult.Joined.class);
        same(before);
        assertThat(attachments.list(lin, new Holder("ticket", ticket.value())))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("账单2.pdf"));
        assertThat(contacts.ofTicket(lin, ticket)).hasSize(2);
        assertThat(journeys.look(lin, ticket).segments()).hasSize(1);
        assertThat(remedies.of(lin, List.of(ticket)).get(ticket)).hasSize(2);

        joins.part(lin, ticket, "不是一回事");
        same(before);
        assertThat(joins.lead(lin, ticket)).isEqualTo(ticket);
    }
}
