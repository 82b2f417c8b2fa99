package org.redress.improve.quality.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.ContactRecorded;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.Redactions;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.improve.quality.SomeComplaints;
import org.redress.improve.quality.card.CardResult;
import org.redress.improve.quality.card.NewCard;
import org.redress.improve.quality.card.QualityCards;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S8.3")
class ReliefsIT {

    @Autowired
    Reliefs reliefs;

    @Autowired
    Records records;

    @Autowired
    Praises praises;

    @Autowired
    ContactFacts listener;

    @Autowired
    ReliefWatch watch;

    @Autowired
    Contacts contacts;

    @Autowired
    SomeFailures failures;

    @Autowired
    SomeComplaints complaints;

    @Autowired
    QualityCards cards;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private Actor gao;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        tang = offices.hire(command, Posts.AGENT, "tang");
        gao = offices.hire(command, Posts.HEAD, "gao");
    }

    private Contact take(Actor agent, Mood mood, Duration took) {
        Contact contact = contacts.record(
                agent,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        SomeFailures.newcomer("周慧芳"),
                        "问一件事",
                        mood,
                        null,
                        clock.instant().minus(took),
                        new NewContact.AnsweredAtOnce("已答复")));
        deliveries.await(command);
        return contact;
    }

    private Contact take(Actor agent, Mood mood) {
        return take(agent, mood, Duration.ofMinutes(2));
    }

    private List<Relief> mine() {
        return reliefs.of(lin, lin.staff());
    }

    private Relief only() {
        assertThat(mine()).hasSize(1);
        return mine().getFirst();
    }

    private static ReliefResult refused(ReliefResult.Why why) {
        return new ReliefResult.Refused(why);
    }

    @Test
    void calm_contacts_bring_nothing_one_furious_brings_a_break_and_a_word_by_rule() {
        take(lin, Mood.CALM);
        take(lin, Mood.ANGRY);
        assertThat(mine()).isEmpty();
        take(lin, Mood.FURIOUS);
        Relief relief = only();
        assertThat(relief.rest()).isEqualTo(Rest.OPEN);
        assertThat(relief.minutes()).isEqualTo(15);
        assertThat(relief.useUntil())
                .isEqualTo(relief.grantedAt().plus(Duration.ofHours(4)).truncatedTo(ChronoUnit.SECONDS));
        assertThat(relief.wordDueAt()).isAfter(relief.grantedAt());
        assertThat(relief.word()).isNull();
        assertThat(reliefs.owed(gao)).containsExactly(relief);
        assertThat(trail.of(command, "support", relief.id().value(), 5))
                .extracting(TrailEntry::deed)
                .containsExactly("support.grant");
        assertThat(messages(lin.staff())).containsExactly("support.granted");
        assertThat(messages(gao.staff())).containsExactly("support.owed");
    }

    private List<String> messages(StaffId person) {
        return jdbc.sql("select code from notification.message where bureau = ? and address = ? order by made_at, id")
                .params(command.bureau().value(), person.value().toString())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void two_hard_ones_within_the_window_do_long_ones_among_them_and_older_ones_do_not() {
        take(lin, Mood.ANGRY);
        jdbc.sql("update quality.contact_fact set at = at - interval '5 hours' where bureau = ?")
                .param(command.bureau().value())
                .update();
        take(lin, Mood.CALM, Duration.ofMinutes(31));
        assertThat(mine()).as("the first is too long ago").isEmpty();
        take(tang, Mood.ANGRY);
        assertThat(mine()).as("somebody else's").isEmpty();
        take(lin, Mood.ANGRY);
        assertThat(mine()).hasSize(1);
        assertThat(reliefs.of(tang, tang.staff())).isEmpty();
    }

    @Test
    void hard_contacts_while_a_break_is_open_count_to_it_and_a_contact_brings_relief_once() {
        Contact first = take(lin, Mood.FURIOUS);
        take(lin, Mood.FURIOUS);
        Relief relief = only();
        assertThat(reliefs.take(lin, relief.id(), relief.version())).isInstanceOf(ReliefResult.Done.class);
        assertThat(reliefs.abused(lin, first.id().value(), "骂人")).isEqualTo(AbuseNoted.BROUGHT);
        assertThat(mine()).as("it has brought its relief").hasSize(1);
        take(lin, Mood.ANGRY);
        assertThat(mine()).hasSize(1);
        take(lin, Mood.ANGRY);
        assertThat(mine()).hasSize(2);
    }

    @Test
    void who_was_abused_says_so_of_their_own_contacts_and_has_a_break_at_once() {
        Contact contact = take(lin, Mood.CALM);
        assertThatThrownBy(() -> reliefs.abused(tang, contact.id().value(), "x"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("contact.absent");
        assertThat(reliefs.abused(lin, contact.id().value(), "")).isEqualTo(AbuseNoted.GRANTED);
        assertThat(reliefs.abused(lin, contact.id().value(), "第二次不改")).isEqualTo(AbuseNoted.BEFORE);
        assertThat(reliefs.abused(lin, take(lin, Mood.CALM).id().value(), "")).isEqualTo(AbuseNoted.COUNTED);
        assertThat(only().rest()).isEqualTo(Rest.OPEN);
        assertThat(reliefs.recent(lin)).hasSize(2).allMatch(fact -> fact.hard().contains(Hardness.ABUSE));
        assertThatThrownBy(() -> reliefs.abused(lin, take(lin, Mood.CALM).id().value(), "长".repeat(2001)))
                .hasMessageContaining("typed.long");
    }

    @Test
    void a_break_is_taken_or_declined_by_the_person_once_and_lapses_when_nobody_uses_it() {
        take(lin, Mood.FURIOUS);
        Relief relief = only();
        assertThatThrownBy(() -> reliefs.take(gao, relief.id(), 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reliefs.take(tang, relief.id(), 1)).isInstanceOf(Problem.class);
        assertThat(reliefs.decline(lin, relief.id(), 1)).isInstanceOf(ReliefResult.Done.class);
        assertThat(reliefs.take(lin, relief.id(), 1)).isEqualTo(refused(ReliefResult.Why.MOVED));
        assertThat(only().rest()).isEqualTo(Rest.DECLINED);

        take(lin, Mood.FURIOUS);
        Relief second = mine().getFirst();
        jdbc.sql("update quality.relief set use_until = now() - interval '1 minute' where bureau = ? and id = ?")
                .params(command.bureau().value(), second.id().value())
                .update();
        assertThat(reliefs.take(lin, second.id(), 1)).isEqualTo(refused(ReliefResult.Why.MOVED));
        watch.look();
        assertThat(mine().getFirst().rest()).isEqualTo(Rest.LAPSED);
        watch.look();
        assertThat(mine().getFirst().version()).isEqualTo(2);
    }

    @Test
    void the_word_is_said_by_who_leads_once_and_reaches_the_person() {
        take(lin, Mood.FURIOUS);
        Relief relief = only();
        assertThatThrownBy(() -> reliefs.say(lin, relief.id(), 1, "自己说")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reliefs.say(gao, relief.id(), 1, " ")).hasMessageContaining("typed.missing");
        Actor elsewhere = offices.hireElsewhere(command, Posts.HEAD, "zheng");
        assertThatThrownBy(() -> reliefs.say(elsewhere, relief.id(), 1, "x")).isInstanceOf(Problem.class);
        assertThat(reliefs.say(gao, relief.id(), 1, "今天辛苦了")).isInstanceOf(ReliefResult.Done.class);
        assertThat(reliefs.say(gao, relief.id(), 2, "再说一次")).isEqualTo(refused(ReliefResult.Why.SAID));
        assertThat(Objects.requireNonNull(only().word()).words()).isEqualTo("今天辛苦了");
        assertThat(reliefs.owed(gao)).isEmpty();
        assertThat(messages(lin.staff())).containsExactly("support.granted", "support.said");
        assertThat(reliefs.take(lin, relief.id(), 2)).isInstanceOf(ReliefResult.Done.class);
    }

    @Test
    void a_head_who_has_a_hard_contact_hears_from_above_and_not_from_themselves() {
        Actor wei = offices.hire(command, Posts.GENERAL_MANAGER, "wei");
        take(gao, Mood.FURIOUS);
        Relief relief = reliefs.of(gao, gao.staff()).getFirst();
        assertThat(messages(wei.staff())).containsExactly("support.owed");
        assertThat(reliefs.owed(gao)).isEmpty();
        assertThatThrownBy(() -> reliefs.say(gao, relief.id(), 1, "x")).isInstanceOf(Problem.class);
        assertThat(reliefs.say(wei, relief.id(), 1, "辛苦")).isInstanceOf(ReliefResult.Done.class);
    }

    @Test
    void a_message_that_comes_twice_brings_nothing_more_and_two_at_once_bring_one_relief() throws Exception {
        Contact contact = take(lin, Mood.FURIOUS);
        String payload = """
                {"contact":"%s","version":1,"channel":"HOT_LINE","mood":"FURIOUS","outcome":"ANSWERED","takenBy":"%s","unit":"%s","recordedAt":"%s"}
                """.formatted(
                        contact.id().value(), lin.staff().value(), lin.unit().value(), contact.recordedAt());
        OutboxMessage again = new OutboxMessage(command.bureau().value(), 1, ContactRecorded.TOPIC, payload);
        listener.receive(again);
        only();

        Contact calm = take(tang, Mood.CALM);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(threads.submit(() -> {
                    together.await();
                    reliefs.abused(tang, calm.id().value(), "骂");
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(reliefs.of(tang, tang.staff())).hasSize(1);
    }

    @Test
    void load_is_shown_to_the_person_and_to_who_leads_and_to_nobody_else() {
        take(lin, Mood.CALM);
        take(lin, Mood.ANGRY);
        complaints.open(lin, "断网", null, null);
        complaints.open(lin, "很久以前", null, clock.instant().minus(Duration.ofDays(40)));
        Records.Load load = records.of(lin, lin.staff()).load();
        assertThat(load).isEqualTo(new Records.Load(2, 2, 1, 2, 1));
        Map<StaffMember, Records.Load> team = records.team(gao);
        assertThat(team.keySet()).extracting(StaffMember::number).containsExactly("lin", "tang");
        assertThat(team.values()).contains(load, Records.Load.NONE);
        assertThatThrownBy(() -> records.team(lin)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> records.of(tang, lin.staff())).isInstanceOf(Problem.class);
        Actor shen = offices.hireElsewhere(command, Posts.QUALITY, "shen");
        assertThatThrownBy(() -> records.of(shen, lin.staff())).isInstanceOf(Problem.class);
        Actor otherHead = offices.hireElsewhere(command, Posts.HEAD, "zheng");
        assertThatThrownBy(() -> records.of(otherHead, lin.staff())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reliefs.of(otherHead, lin.staff())).isInstanceOf(Problem.class);
        assertThat(records.team(otherHead)).isEmpty();
        assertThat(records.of(offices.hire(command, Posts.GENERAL_MANAGER, "wei"), lin.staff())
                        .load())
                .isEqualTo(load);
        assertThat(lin.may(Action.MANAGE, "support")).isFalse();
    }

    @Test
    void praise_is_named_by_somebody_else_once_and_stands_beside_the_blame() {
        TicketId praise = SomeFailures.about(failures.contact(lin, TicketKind.PRAISE, Mood.PLEASED, "林师傅真好"));
        assertThatThrownBy(() -> praises.name(lin, praise, lin.staff())).hasMessageContaining("praise.self");
        assertThatThrownBy(() -> praises.name(tang, praise, new StaffId(Ids.next())))
                .hasMessageContaining("typed.choose");
        assertThat(praises.name(tang, praise, lin.staff())).isTrue();
        assertThat(praises.name(gao, praise, tang.staff())).isFalse();
        TicketId complaint = complaints.upheld(lin, "态度不好", "rude-staff");
        assertThatThrownBy(() -> praises.name(tang, complaint, lin.staff())).hasMessageContaining("ticket.absent");

        Actor shen = offices.hireElsewhere(command, Posts.QUALITY, "shen");
        assertThat(cards.propose(shen, new NewCard(complaint, lin.unit(), lin.staff(), "录音核实")))
                .isInstanceOf(CardResult.Done.class);
        Records.Standing standing = records.of(lin, lin.staff());
        assertThat(standing.praises()).extracting(Praises.Praise::ticket).containsExactly(praise);
        assertThat(standing.cards()).hasSize(1);
        assertThat(standing.upheld()).extracting(Records.Upheld::ticket).containsExactly(complaint);
        assertThat(standing.recoveries().known()).isZero();
        assertThat(records.of(tang, tang.staff()).upheld()).isEmpty();
    }

    @Test
    void what_was_said_about_a_customer_is_blacked_out_with_them() {
        Contact contact = take(lin, Mood.CALM);
        reliefs.abused(lin, contact.id().value(), "周慧芳骂人");
        Actor wei = offices.hire(command, Posts.GENERAL_MANAGER, "wei");
        redactions.redact(wei, Objects.requireNonNull(contact.customer()), "客户要求");
        assertThat(jdbc.sql("select abuse_words from quality.contact_fact where bureau = ?")
                        .param(command.bureau().value())
                        .query(String.class)
                        .single())
                .doesNotContain("周慧芳")
                .contains("骂人");
    }
}
