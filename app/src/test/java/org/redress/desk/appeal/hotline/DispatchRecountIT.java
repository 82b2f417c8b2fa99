package org.redress.desk.appeal.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.appeal.SomeAppeals.done;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.RevisedRules;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class DispatchRecountIT {

    @Autowired
    Dispatches dispatches;

    @Autowired
    DispatchBoard board;

    @Autowired
    SomeAppeals some;

    @Autowired
    RevisedRules rules;

    @Autowired
    Offices offices;

    @Test
    void another_limit_of_signing_reaches_what_nobody_has_signed_for() {
        Actor command = offices.found();
        Actor agent = offices.hire(command, Posts.AGENT, "1");
        Dispatch open = some.dispatched(agent, "12345-101", Urgency.ORDINARY, 0);
        Dispatch signed = some.dispatched(agent, "12345-102", Urgency.ORDINARY, 0);
        signed = done(dispatches.sign(agent, signed.id(), signed.version()));

        rules.apply(command, Urgency.ORDINARY.rule(), 12);

        Dispatch now = board.get(agent, open.id());
        assertThat(now.signing().dueAt()).isEqualTo(open.signing().dueAt().minus(Duration.ofHours(12)));
        assertThat(now.version()).isEqualTo(open.version());
        assertThat(board.get(agent, signed.id()).signing()).isEqualTo(signed.signing());
    }
}
