package org.redress.improve.quality.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.database.Ids;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.RevisedRules;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class ReliefRecountIT {

    @Autowired
    Reliefs reliefs;

    @Autowired
    Contacts contacts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    RevisedRules rules;

    @Autowired
    Offices offices;

    @Autowired
    Clock clock;

    @Test
    void other_limits_reach_a_break_that_is_open_and_a_word_that_is_owed() {
        Actor command = offices.found();
        Actor lin = offices.hire(command, Posts.AGENT, "lin");
        contacts.record(
                lin,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        SomeFailures.newcomer("周慧芳"),
                        "问一件事",
                        Mood.FURIOUS,
                        null,
                        clock.instant().minus(Duration.ofMinutes(2)),
                        new NewContact.AnsweredAtOnce("已答复")));
        deliveries.await(command);
        Relief before = reliefs.of(lin, lin.staff()).getFirst();

        rules.apply(command, SupportRules.REST, 6);
        rules.apply(command, SupportRules.WORD, 2);

        Relief now = reliefs.of(lin, lin.staff()).getFirst();
        assertThat(now.useUntil()).isEqualTo(before.useUntil().plus(Duration.ofHours(2)));
        assertThat(now.wordDueAt()).isAfter(before.wordDueAt());
        assertThat(now.version()).isEqualTo(before.version());
    }
}
