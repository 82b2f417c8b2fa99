package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.ClockChip;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Puts the pages of questionnaires together, each list with one query for each kind of thing. */
@Component
class FollowUpPages {

    private static final int LENGTH = 50;

    private final FollowUps followUps;
    private final FollowUpLists lists;
    private final FollowUpRules rules;
    private final AskedMatters matters;
    private final Bureaus bureaus;
    private final TicketBoard board;
    private final Customers customers;
    private final Commitments commitments;
    private final Staff staff;
    private final Clock clock;

    FollowUpPages(
            FollowUps followUps,
            FollowUpLists lists,
            FollowUpRules rules,
            AskedMatters matters,
            Bureaus bureaus,
            TicketBoard board,
            Customers customers,
            Commitments commitments,
            Staff staff,
            Clock clock) {
        this.followUps = followUps;
        this.lists = lists;
        this.rules = rules;
        this.matters = matters;
        this.bureaus = bureaus;
        this.board = board;
        this.customers = customers;
        this.commitments = commitments;
        this.staff = staff;
        this.clock = clock;
    }

    FollowUpListPage list(Actor actor, Words words, FollowUpLists.View view, String after) {
        Place place = Place.read(after);
        List<FollowUp> found = lists.page(
                actor, view, place == null ? null : place.at(), place == null ? null : place.id(), LENGTH + 1);
        List<FollowUp> shown = found.size() > LENGTH ? found.subList(0, LENGTH) : found;
        Map<TicketId, TicketCard> cards = cards(actor, shown);
        Map<CreditRunId, AskedMatter> runs = runs(actor, shown);
        Map<CustomerId, CustomerCard> names = names(actor, shown);
        Map<StaffId, StaffMember> people = staff.members(
                actor,
                shown.stream()
                        .map(FollowUp::callback)
                        .filter(Objects::nonNull)
                        .map(FollowUp.Callback::assigned)
                        .filter(Objects::nonNull)
                        .toList());
        Map<UUID, ClockChip> clocks = clocks(actor, words, shown);
        int limit = rules.bad(actor);
        List<FollowUpListPage.Row> rows = new ArrayList<>();
        for (FollowUp one : shown) {
            TicketCard card = one.ticket() == null ? null : cards.get(one.ticket());
            StaffMember caller = one.callback() == null || one.callback().assigned() == null
                    ? null
                    : people.get(one.callback().assigned());
            rows.add(new FollowUpListPage.Row(
                    one,
                    card == null ? "" : card.number().toString(),
                    card == null ? place(runs, one) : card.subject(),
                    name(words, names, one),
                    caller == null ? "" : caller.name(),
                    one.answer() == null || !one.answer().bad()
                            ? ""
                            : one.answer().marks().why(limit, words),
                    clocks.get(one.id().value())));
        }
        String next = found.size() > LENGTH
                ? "/follow-ups?view=" + view.slug() + "&after="
                        + new Place(
                                        view.at(shown.getLast()),
                                        shown.getLast().id().value())
                                .text()
                : null;
        return new FollowUpListPage(view, rows, next, CreditFiles.mayLook(actor), actor.zone());
    }

    FollowUpPage one(Actor actor, Words words, FollowUpId id, Attempt attempt) {
        FollowUp one = followUps.get(actor, id);
        List<FollowUpStep> steps = followUps.steps(actor, id);
        TicketCard card = cards(actor, List.of(one)).get(one.ticket());
        FollowUp.Answer answer = one.answer();
        FollowUp.Callback callback = one.callback();
        List<StaffId> ids = Stream.of(
                        steps.stream().map(FollowUpStep::by),
                        Stream.ofNullable(answer).map(FollowUp.Answer::enteredBy),
                        Stream.ofNullable(callback).map(FollowUp.Callback::assigned))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean apart = followUps.apart(actor, one);
        boolean write = actor.may(Action.WRITE, FollowUps.KIND) && apart;
        return new FollowUpPage(
                one,
                card == null ? "" : card.number().toString(),
                place(runs(actor, List.of(one)), one),
                CreditFiles.mayLook(actor),
                name(words, names(actor, List.of(one)), one),
                steps,
                staff.members(actor, ids),
                clocks(actor, words, List.of(one)).get(id.value()),
                apart,
                write && one.state().open(),
                write && callback != null && callback.open(),
                callback != null && actor.staff().equals(callback.assigned()),
                attempt,
                actor.zone());
    }

    private Map<TicketId, TicketCard> cards(Actor actor, List<FollowUp> of) {
        List<TicketId> ids = of.stream()
                .map(FollowUp::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return board.cards(actor, ids).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    /** A customer of the bureau. */
    CustomerId known(Actor actor, CustomerId customer) {
        if (!customers.cards(actor, List.of(customer)).containsKey(customer)) {
            throw Problem.absent("customer.absent");
        }
        return customer;
    }

    /** What was down is no secret to whoever calls its customers. */
    private Map<CreditRunId, AskedMatter> runs(Actor actor, List<FollowUp> of) {
        return matters.ofRuns(bureaus.command(bureaus.get(actor.bureau())), of);
    }

    private static String place(Map<CreditRunId, AskedMatter> runs, FollowUp one) {
        AskedMatter run = one.run() == null ? null : runs.get(one.run());
        return run == null ? "" : run.number();
    }

    private Map<CustomerId, CustomerCard> names(Actor actor, List<FollowUp> of) {
        return customers.cards(
                actor, of.stream().map(FollowUp::customer).distinct().toList());
    }

    private static String name(Words words, Map<CustomerId, CustomerCard> cards, FollowUp one) {
        CustomerCard card = cards.get(one.customer());
        String name = card == null ? null : card.name() == null ? card.phone() : card.name();
        return name == null ? words.text("followup.nameless") : name;
    }

    private Map<UUID, ClockChip> clocks(Actor actor, Words words, List<FollowUp> of) {
        List<Subject> subjects = of.stream()
                .filter(one -> one.callback() != null)
                .map(one -> CallbackClock.subject(one.id()))
                .toList();
        Instant now = clock.instant();
        return subjects.isEmpty()
                ? Map.of()
                : commitments.of(actor, subjects).values().stream()
                        .map(List::getLast)
                        .collect(Collectors.toMap(one -> one.subject().id(), one -> one.chip(now, words)));
    }

    /** A place in a list, as addresses write it. */
    private record Place(Instant at, UUID id) {

        static @Nullable Place read(String text) {
            int between = text.indexOf('_');
            try {
                return between < 0
                        ? null
                        : new Place(
                                Instant.parse(text.substring(0, between)),
                                UUID.fromString(text.substring(between + 1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                return null;
            }
        }

        String text() {
            return at + "_" + id;
        }
    }
}
