package org.redress.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.commitment.Escalation;
import org.redress.ground.commitment.Escalations;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.RecurringJob;

/**
 * Plays a week in steps of five minutes: at each the product's own jobs run, then people do what they do – take contacts,
 * work on tickets, answer what was escalated to them, or forget. Chance has a seed, so every week is the same one.
 */
final class Week {

    static final Duration STEP = Duration.ofMinutes(5);
    private static final int CUSTOMERS = 600;
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<TicketKind> KINDS = List.of(
            TicketKind.FAULT,
            TicketKind.FAULT,
            TicketKind.FAULT,
            TicketKind.COMPLAINT,
            TicketKind.COMPLAINT,
            TicketKind.BILL_DISPUTE,
            TicketKind.ENQUIRY,
            TicketKind.ENQUIRY,
            TicketKind.SUGGESTION,
            TicketKind.PRAISE);

    private final Town town;
    private final VirtualClock clock;
    private final Random chance;
    private final List<RecurringJob> jobs;
    private final Contacts contacts;
    private final Escalations escalations;
    private final Handling handling;

    final List<ContactId> taken = new ArrayList<>();
    final Map<TicketId, UnitId> opened = new HashMap<>();
    private final TreeMap<Instant, List<TicketId>> agenda = new TreeMap<>();

    Week(
            Town town,
            VirtualClock clock,
            Random chance,
            List<RecurringJob> jobs,
            Contacts contacts,
            Escalations escalations,
            Handling handling) {
        this.town = town;
        this.clock = clock;
        this.chance = chance;
        this.jobs = jobs;
        this.contacts = contacts;
        this.escalations = escalations;
        this.handling = handling;
    }

    void play(int howMany) {
        Map<Instant, Integer> arrivals = arrivals(howMany);
        for (Instant now = Town.BEGIN; !now.isAfter(Town.END); now = now.plus(STEP)) {
            clock.moveTo(now);
            jobs.forEach(job -> job.work().run());
            if (now.equals(Town.END)) {
                return;
            }
            for (int n = arrivals.getOrDefault(now, 0); n > 0; n--) {
                take(now);
            }
            work(now);
            if (now.getEpochSecond() % 3600 == 0) {
                answerEscalations(now);
            }
        }
    }

    /** Most come by day; the offices being shut keeps nobody from calling. */
    private Map<Instant, Integer> arrivals(int howMany) {
        Map<Instant, Integer> arrivals = new HashMap<>();
        for (int n = 0; n < howMany; n++) {
            int hour = chance.nextInt(10) < 8 ? 8 + chance.nextInt(14) : chance.nextInt(24);
            long minutes = chance.nextInt(7) * 24 * 60L + hour * 60L + chance.nextInt(12) * 5L;
            arrivals.merge(Town.BEGIN.plus(Duration.ofMinutes(minutes)), 1, Integer::sum);
        }
        return arrivals;
    }

    private void take(Instant now) {
        UnitId unit = town.front.get(chance.nextInt(town.front.size()));
        UnitId where = town.open(unit, now) ? unit : town.front.get(chance.nextInt(2));
        Actor taker = town.team(where).stream()
                .filter(person -> town.here(person, now))
                .skip(chance.nextInt(2))
                .findFirst()
                .orElseThrow();
        ContactId id = new ContactId(Ids.next());
        Contact contact = contacts.record(
                taker,
                new NewContact(
                        id,
                        CHANNELS.get(chance.nextInt(CHANNELS.size())),
                        from(),
                        "第" + taken.size() + "个来电：请尽快处理。",
                        Mood.SEEN.get(chance.nextInt(Mood.SEEN.size())),
                        null,
                        null,
                        wish()));
        taken.add(id);
        TicketId ticket = contact.matter().ticket();
        if (ticket != null && opened.putIfAbsent(ticket, where) == null) {
            later(ticket, now, 1);
        }
    }

    private NewContact.From from() {
        if (chance.nextInt(20) == 0) {
            return new NewContact.Anonymous();
        }
        int who = chance.nextInt(CUSTOMERS);
        String phone = "138" + (10000000 + who);
        return new NewContact.Newcomer(new CustomerDraft("desk", null, "客户" + who, phone, "+86" + phone, null, null));
    }

    private NewContact.Wish wish() {
        int kind = chance.nextInt(100);
        if (kind < 30) {
            return new NewContact.AnsweredAtOnce("已当场答复。");
        }
        TicketId earlier = kind < 36 ? someTicket() : null;
        return earlier == null
                ? new NewContact.Ticket(KINDS.get(chance.nextInt(KINDS.size())), "", null, null)
                : new NewContact.About(earlier);
    }

    private @Nullable TicketId someTicket() {
        return opened.isEmpty()
                ? null
                : opened.keySet().stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .skip(chance.nextInt(opened.size()))
                        .findFirst()
                        .orElseThrow();
    }

    private void later(TicketId ticket, Instant now, int steps) {
        agenda.computeIfAbsent(now.plus(STEP.multipliedBy(steps)), at -> new ArrayList<>())
                .add(ticket);
    }

    private void work(Instant now) {
        List<TicketId> due = Objects.requireNonNullElse(agenda.remove(now), List.<TicketId>of());
        for (TicketId ticket : due) {
            int steps = handling.handle(ticket, now);
            if (steps > 0) {
                later(ticket, now, steps);
            }
        }
    }

    private void answerEscalations(Instant now) {
        for (Actor leader : town.leaders) {
            if (!town.here(leader, now) || !town.open(leader.unit(), now)) {
                continue;
            }
            for (Escalation one : escalations.mine(leader, Escalations.Before.NEWEST, 50)) {
                if (chance.nextInt(3) == 0) {
                    escalations.answer(leader, one.id(), "马上督办。");
                }
            }
        }
    }
}
