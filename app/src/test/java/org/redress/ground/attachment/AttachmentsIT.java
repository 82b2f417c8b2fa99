package org.redress.ground.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class AttachmentsIT {

    @Autowired
    Attachments attachments;

    @Autowired
    Tickets tickets;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor agent;
    private Holder ticket;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "1");
        ticket = new Holder("ticket", opened(agent));
    }

    private UUID opened(Actor by) {
        return tickets.open(
                        by,
                        new NewTicket(TicketKind.COMPLAINT, Channel.COUNTER, "话费争议", "三月话费多收了", null, null, null, null))
                .id()
                .value();
    }

    @Test
    void a_file_comes_back_byte_for_byte_and_every_reading_is_written_down() throws IOException {
        byte[] bytes = Arrays.copyOf(SomeFiles.pdf(), 900_000);
        new Random(7).nextBytes(bytes);
        System.arraycopy(SomeFiles.pdf(), 0, bytes, 0, SomeFiles.pdf().length);

        Attachment kept = add(agent, ticket, "账单.pdf", bytes).attachment();

        assertThat(attachments.list(agent, ticket)).containsExactly(kept);
        assertThat(kept.size()).isEqualTo(900_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attachments.write(agent, attachments.open(agent, kept.id()), out);
        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertThat(trail.of(command, "ticket", ticket.subject(), 10))
                .filteredOn(entry -> entry.deed().startsWith("attachment."))
                .extracting(TrailEntry::deed)
                .containsExactly("attachment.read", "attachment.add");
    }

    @Test
    void the_same_bytes_on_the_same_thing_are_one_file_and_on_another_thing_another() {
        Attachment first = add(agent, ticket, "a.pdf", SomeFiles.pdf()).attachment();

        Kept again = add(agent, ticket, "b.pdf", SomeFiles.pdf());
        Kept elsewhere = add(agent, new Holder("ticket", opened(agent)), "a.pdf", SomeFiles.pdf());

        assertThat(again).isEqualTo(new Kept(first, true));
        assertThat(elsewhere.before()).isFalse();
        assertThat(attachments.list(agent, ticket)).containsExactly(first);
    }

    @Test
    void a_file_that_was_blacked_out_can_be_added_anew() {
        Attachment first = add(agent, ticket, "a.pdf", SomeFiles.pdf()).attachment();
        attachments.redact(command, "ticket", List.of(ticket.subject()), "█");

        Kept again = add(agent, ticket, "a.pdf", SomeFiles.pdf());

        assertThat(again.before()).isFalse();
        assertThat(again.attachment().id()).isNotEqualTo(first.id());
    }

    @Test
    void ten_who_send_the_same_at_once_make_one_file() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            List<Callable<Kept>> all =
                    java.util.Collections.nCopies(10, () -> add(agent, ticket, "a.pdf", SomeFiles.pdf()));
            List<Kept> kept =
                    crowd.invokeAll(all).stream().map(Future::resultNow).toList();

            assertThat(kept).filteredOn(one -> !one.before()).hasSize(1);
            assertThat(kept)
                    .extracting(one -> one.attachment().id())
                    .containsOnly(kept.getFirst().attachment().id());
        }
    }

    @Test
    void a_file_of_the_largest_size_is_taken_and_one_byte_more_is_not() {
        int most = attachments.limits(agent).megabytes() << 20;

        assertThat(attachments
                        .add(agent, ticket, new Sent("a.pdf", "", endless(most)))
                        .attachment()
                        .size())
                .isEqualTo(most);
        assertThat(problem(() -> attachments.add(agent, ticket, new Sent("b.pdf", "", endless(most + 1L)))))
                .isEqualTo("attachment.large");
        assertThat(attachments.list(agent, ticket)).hasSize(1);
    }

    @Test
    void one_file_more_than_the_rule_lets_in_is_refused() {
        int most = attachments.limits(agent).count();
        for (int i = 0; i < most; i++) {
            add(agent, ticket, i + ".pdf", SomeFiles.pdf(i));
        }

        assertThat(problem(() -> add(agent, ticket, "more.pdf", SomeFiles.pdf(most))))
                .isEqualTo("attachment.many");
        assertThat(add(agent, ticket, "0.pdf", SomeFiles.pdf(0)).before()).isTrue();
    }

    @Test
    void nothing_of_a_refused_file_is_kept() {
        assertThat(problem(() -> add(agent, ticket, "bill.pdf", SomeFiles.program())))
                .isEqualTo("attachment.program");
        assertThat(problem(() -> add(agent, ticket, "a.pdf", new byte[0]))).isEqualTo("attachment.empty");

        assertThat(attachments.list(agent, ticket)).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_or_remove_a_file() {
        add(agent, ticket, "a.pdf", SomeFiles.pdf());

        for (String change : List.of(
                "update attachment.attachment set name = 'x' where bureau = ?",
                "delete from attachment.chunk where bureau = ?",
                "update attachment.chunk set bytes = '' where bureau = ?")) {
            assertThatThrownBy(
                            () -> jdbc.sql(change).param(agent.bureau().value()).update())
                    .hasMessageContaining("kept as they came");
        }
    }

    @Test
    void a_colleague_of_another_unit_reads_and_does_not_add_and_another_bureau_finds_nothing() {
        Attachment kept = add(agent, ticket, "a.pdf", SomeFiles.pdf()).attachment();
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "2");
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "3");

        assertThat(attachments.list(elsewhere, ticket)).hasSize(1);
        assertThat(attachments.mayAdd(elsewhere, ticket)).isFalse();
        assertThat(problem(() -> add(elsewhere, ticket, "b.pdf", SomeFiles.pdf(2))))
                .isEqualTo("access.denied");
        assertThat(problem(() -> attachments.open(stranger, kept.id()))).isEqualTo("attachment.absent");
        assertThat(problem(() -> attachments.list(stranger, ticket))).isEqualTo("ticket.absent");
        assertThat(problem(() -> add(agent, new Holder("nothing", UUID.randomUUID()), "a.pdf", SomeFiles.pdf())))
                .isEqualTo("attachment.absent");
    }

    @Test
    void the_list_of_a_thing_is_read_by_its_index() {
        String plan = jdbc.sql("explain " + AttachmentRows.LIST)
                .param("bureau", agent.bureau().value())
                .param("kind", "ticket")
                .param("subject", ticket.subject())
                .query(String.class)
                .list()
                .toString();

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    private Kept add(Actor by, Holder holder, String name, byte[] bytes) {
        return attachments.add(by, holder, new Sent(name, "", new ByteArrayInputStream(bytes)));
    }

    private static @Nullable String problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        Problem refused = catchThrowableOfType(Problem.class, deed);
        return refused == null ? null : refused.code();
    }

    /** So many bytes that begin like a PDF, made while they are read. */
    private static InputStream endless(long size) {
        byte[] head = SomeFiles.pdf();
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                return at >= size ? -1 : at < head.length ? head[(int) at++] : (int) (at++ % 64) + ' ';
            }
        };
    }
}
