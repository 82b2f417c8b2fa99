package org.redress.desk.care.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.care.preference.PreferenceResult.Done;
import org.redress.desk.care.preference.PreferenceResult.Ended;
import org.redress.desk.care.preference.PreferenceResult.Same;
import org.redress.desk.care.preference.PreferenceStep.What;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S3.2")
class PreferencesIT {

    @Autowired
    Offices offices;

    @Autowired
    Preferences preferences;

    @Autowired
    PreferenceUse use;

    @Autowired
    Customers customers;

    @Autowired
    Contacts contacts;

    @Autowired
    Tickets tickets;

    @Autowired
    Trail trail;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor lin;
    private Actor he;
    private CustomerId zhou;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        he = offices.hireElsewhere(command, Posts.AGENT, "3101");
        zhou = customer(lin, "周丽华", "13812342046");
    }

    private CustomerId customer(Actor actor, String name, String phone) {
        return Objects.requireNonNull(customers
                .match(actor, List.of(new CustomerDraft("desk", null, name, phone, "+86" + phone, null, null)))
                .getFirst());
    }

    private static NewPreference callAfterSix(String words) {
        return new NewPreference(PreferenceKind.CALL_TIME, words, Origin.SAID);
    }

    private Preference note(String words) {
        return ((Done) preferences.note(lin, zhou, callAfterSix(words), Occasion.NONE)).preference();
    }

    private TicketId ticket(CustomerId customer) {
        return tickets.openFor(
                        lin,
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "多收费", "多收费了", null, null, null, null),
                        customer)
                .id();
    }

    private ContactId contact(CustomerId customer) {
        return contacts.record(
                        lin,
                        new NewContact(
                                new ContactId(Ids.next()),
                                Channel.HOT_LINE,
                                new NewContact.Known(customer),
                                "问一下话费",
                                Mood.CALM,
                                null,
                                null,
                                new NewContact.AnsweredAtOnce("已告知")))
                .id();
    }

    @Test
    void what_was_noted_at_one_contact_is_there_at_the_next_with_who_said_it_when_and_at_what() {
        TicketId ticket = ticket(zhou);
        PreferenceResult noted = preferences.note(lin, zhou, callAfterSix("  晚上六点\n以后再打 "), Occasion.of(ticket));
        assertThat(noted).isInstanceOf(Done.class);
        Preference one = preferences.standing(he, zhou).getFirst();
        assertThat(one.words()).isEqualTo("晚上六点 以后再打");
        assertThat(one.origin()).isEqualTo(Origin.SAID);
        assertThat(one.notedBy()).isEqualTo(lin.staff());
        PreferenceStep step = preferences.steps(he, zhou).getFirst();
        assertThat(step.what()).isEqualTo(What.NOTED);
        assertThat(step.occasion().ticket()).isEqualTo(ticket);
        assertThat(trail.of(
                        offices.hire(command, Posts.QUALITY, "9"),
                        "preference",
                        one.id().value(),
                        5))
                .isNotEmpty();
    }

    @Test
    void the_same_noted_twice_is_one_and_counts_as_confirmed() {
        Preference first = note("晚上 6 点以后打");
        PreferenceResult again = preferences.note(he, zhou, callAfterSix("晚上６点以后打。"), Occasion.NONE);
        assertThat(again).isInstanceOf(Same.class);
        assertThat(preferences.standing(lin, zhou)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(first.id());
            assertThat(one.words()).isEqualTo("晚上 6 点以后打");
            assertThat(one.lastAt()).isAfter(first.lastAt());
        });
        assertThat(preferences.steps(lin, zhou))
                .extracting(PreferenceStep::what)
                .containsExactly(What.CONFIRMED, What.NOTED);
        preferences.note(lin, zhou, new NewPreference(PreferenceKind.WAY, "晚上6点以后打", Origin.SEEN), Occasion.NONE);
        assertThat(preferences.standing(lin, zhou)).hasSize(2);
    }

    @Test
    void it_holds_until_it_is_withdrawn_with_a_reason_and_nothing_is_written_over() {
        Preference one = note("晚上六点以后打");
        assertThat(preferences.confirm(he, one.id(), Occasion.NONE)).isInstanceOf(Done.class);
        assertThat(preferences.withdraw(he, one.id(), WithdrawalReason.CHANGED, "退休了，全天在家", Occasion.NONE))
                .isInstanceOf(Done.class);
        assertThat(preferences.standing(lin, zhou)).isEmpty();
        assertThat(preferences.withdraw(lin, one.id(), WithdrawalReason.SAID_SO, "", Occasion.NONE))
                .isInstanceOf(Ended.class);
        assertThat(preferences.confirm(lin, one.id(), Occasion.NONE)).isInstanceOf(Ended.class);
        assertThat(preferences.all(lin, zhou)).singleElement().satisfies(kept -> {
            assertThat(kept.words()).isEqualTo("晚上六点以后打");
            assertThat(kept.holds()).isFalse();
        });
        assertThat(preferences.steps(lin, zhou))
                .extracting(PreferenceStep::what)
                .containsExactly(What.WITHDRAWN, What.CONFIRMED, What.NOTED);
        assertThat(preferences.steps(lin, zhou).getFirst().words()).isEqualTo("CHANGED");
        assertThat(preferences.steps(lin, zhou).getFirst().remark()).isEqualTo("退休了，全天在家");
        // What was withdrawn may be noted anew.
        assertThat(note("晚上六点以后打").id()).isNotEqualTo(one.id());
    }

    @Test
    void what_nobody_confirmed_for_longer_than_the_rule_is_to_be_asked_again() {
        Preference one = note("晚上六点以后打");
        jdbc.sql("update care.preference set last_at = last_at - interval '181 days' where bureau = ? and id = ?")
                .params(lin.bureau().value(), one.id().value())
                .update();
        assertThat(preferences.standing(lin, zhou).getFirst().staleSince(preferences.askAgainBefore(lin)))
                .isTrue();
        preferences.confirm(lin, one.id(), Occasion.NONE);
        assertThat(preferences.standing(lin, zhou).getFirst().staleSince(preferences.askAgainBefore(lin)))
                .isFalse();
    }

    @Test
    void of_two_who_note_the_same_at_once_one_notes_and_one_confirms() throws Exception {
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<PreferenceResult>> both = List.of(
                    () -> preferences.note(lin, zhou, callAfterSix("请说普通话"), Occasion.NONE),
                    () -> preferences.note(he, zhou, callAfterSix("请说普通话"), Occasion.NONE));
            List<Future<PreferenceResult>> results = pair.invokeAll(both);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(Done.class)
                    .hasAtLeastOneElementOfType(Same.class);
        }
        assertThat(preferences.standing(lin, zhou)).hasSize(1);
    }

    @Test
    void of_two_who_withdraw_at_once_one_does() throws Exception {
        Preference one = note("晚上六点以后打");
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<PreferenceResult>> both = List.of(
                    () -> preferences.withdraw(lin, one.id(), WithdrawalReason.SAID_SO, "", Occasion.NONE),
                    () -> preferences.withdraw(he, one.id(), WithdrawalReason.MISTAKEN, "", Occasion.NONE));
            List<Future<PreferenceResult>> results = pair.invokeAll(both);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(Done.class)
                    .hasAtLeastOneElementOfType(Ended.class);
        }
        assertThat(preferences.steps(lin, zhou))
                .filteredOn(step -> step.what() == What.WITHDRAWN)
                .hasSize(1);
    }

    @Test
    void what_cannot_be_noted_is_refused_with_its_field() {
        for (String bad : List.of("", "  ", "\u0007", "长".repeat(301))) {
            assertThatThrownBy(() -> note(bad))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.field()).isEqualTo("words"));
        }
        CustomerId other = customer(lin, "吴", "13900002222");
        TicketId theirs = ticket(other);
        assertThatThrownBy(() -> preferences.note(lin, zhou, callAfterSix("晚上打"), Occasion.of(theirs)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ticket.absent"));
        assertThat(preferences.standing(lin, zhou)).isEmpty();
    }

    @Test
    void another_bureau_and_whoever_has_no_right_see_and_change_nothing() {
        Preference one = note("晚上六点以后打");
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "1");
        assertThat(preferences.standing(stranger, zhou)).isEmpty();
        assertThatThrownBy(() -> preferences.all(stranger, zhou)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> preferences.note(stranger, zhou, callAfterSix("x"), Occasion.NONE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> preferences.confirm(stranger, one.id(), Occasion.NONE))
                .isInstanceOf(Problem.class);
        Actor nobody = new Actor(
                lin.bureau(),
                lin.staff(),
                lin.name(),
                lin.number(),
                lin.unit(),
                lin.post(),
                List.of(),
                lin.language(),
                lin.zone(),
                lin.region(),
                lin.jurisdiction());
        assertThatThrownBy(() -> preferences.standing(nobody, zhou)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> preferences.withdraw(nobody, one.id(), WithdrawalReason.SAID_SO, "", Occasion.NONE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> preferences.confirm(lin, new PreferenceId(UUID.randomUUID()), Occasion.NONE))
                .isInstanceOf(Problem.class);
        assertThat(preferences.standing(lin, zhou).getFirst().lastAt()).isEqualTo(one.lastAt());
    }

    @Test
    void the_share_counts_contacts_with_customers_who_had_something_noted_before() {
        contact(zhou);
        ContactId first = new ContactId(Ids.next());
        preferences.note(lin, zhou, callAfterSix("晚上打"), Occasion.of(first));
        deliveries.await(lin);
        assertThat(use.share(lin)).isEqualTo(new PreferenceUse.Share(0, 0, 30));

        contact(zhou);
        ContactId used = new ContactId(Ids.next());
        preferences.confirmAll(lin, zhou, Occasion.of(used));
        contacts.record(
                lin,
                new NewContact(
                        used,
                        Channel.HOT_LINE,
                        new NewContact.Known(zhou),
                        "再问一下",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.AnsweredAtOnce("已告知")));
        contact(customer(lin, "吴", "13900002222"));
        deliveries.await(lin);
        assertThat(use.share(lin)).isEqualTo(new PreferenceUse.Share(2, 1, 30));
        assertThat(use.share(offices.hire(offices.found(), Posts.AGENT, "7")).contacts())
                .isZero();
    }
}
