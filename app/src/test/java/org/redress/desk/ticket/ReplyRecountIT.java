package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.ticket.DeskFixture.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.support.RedressIT;
import org.redress.support.RevisedRules;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class ReplyRecountIT {

    @Autowired
    Tickets tickets;

    @Autowired
    Commitments commitments;

    @Autowired
    RevisedRules rules;

    @Autowired
    DeskFixture desk;

    private Ticket open(String subject) {
        return tickets.open(desk.lin, matter(subject));
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private Ticket now(Ticket ticket) {
        return tickets.get(desk.lin, ticket.id());
    }

    @Test
    void another_limit_of_the_reply_is_seen_on_open_tickets_and_makes_no_page_stale() {
        Ticket open = open("宽带两次修不好");
        Ticket answered = open("短信收不到");
        Ticket begun = done(tickets.step(desk.lin, answered.id(), answered.version(), Step.START, null));
        done(tickets.answer(desk.lin, answered.id(), begun.version(), Channel.HOT_LINE, "已经修好。"));

        rules.apply(desk.command, "complaint.reply", 20);

        Instant due = Objects.requireNonNull(now(open).reply().dueAt());
        assertThat(due)
                .isEqualTo(commitments
                        .of(desk.lin, Subject.ticket(open.id().value()))
                        .getLast()
                        .dueAt())
                .isEqualTo(Objects.requireNonNull(open.reply().dueAt()).plus(Duration.ofDays(5)));
        assertThat(now(open).version()).isEqualTo(open.version());
        assertThat(now(answered).reply().dueAt()).isNull();
    }
}
