package org.redress.improve.insight.ring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.redress.desk.contact.ContactBoard;
import org.redress.desk.recovery.FirstApologies;
import org.redress.desk.ticket.RingFigures;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Action;
import org.redress.improve.insight.Verdict;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** The four stations in words, each number with the list behind it. */
@Component
class Stations {

    private final RingRows rows;
    private final ContactBoard contacts;
    private final FirstApologies apologies;

    Stations(RingRows rows, ContactBoard contacts, FirstApologies apologies) {
        this.rows = rows;
        this.contacts = contacts;
        this.apologies = apologies;
    }

    /** Where a view of the desk stands. */
    static String view(TicketView view) {
        return "/desk?view=" + view.slug();
    }

    List<RingPage.Station> of(RingRows.Ask ask, Words words, RingFigures desk, PreventionTally.Tally actions) {
        return List.of(
                identify(ask, words, desk),
                recover(ask, words, desk),
                feedBack(ask, words, desk),
                prevent(words, actions));
    }

    private RingPage.Station identify(RingRows.Ask ask, Words words, RingFigures desk) {
        String href = view(TicketView.UNCLASSIFIED);
        return station(
                1,
                "identify",
                desk.identify(),
                href,
                Stream.concat(
                                contactsToday(ask, words),
                                Stream.of(
                                        small(
                                                words,
                                                "received",
                                                desk.receivedToday(),
                                                view(TicketView.RECEIVED_TODAY),
                                                lastWeek(ask, words, true)),
                                        small(words, "joins", desk.joinsProposed(), "/desk/joins", "")))
                        .toList());
    }

    /** Every contact of the day, whether it became a ticket or not. */
    private Stream<RingPage.Small> contactsToday(RingRows.Ask ask, Words words) {
        return ask.actor().may(Action.READ, "contact")
                ? Stream.of(small(words, "contacts", contacts.today(ask.actor()), "/contacts?whose=ALL&day=TODAY", ""))
                : Stream.of();
    }

    private RingPage.Station recover(RingRows.Ask ask, Words words, RingFigures desk) {
        return station(
                2,
                "recover",
                desk.recover(),
                view(TicketView.CLASSIFIED),
                Stream.concat(
                                Stream.of(small(
                                        words,
                                        "resolved",
                                        desk.resolvedToday(),
                                        view(TicketView.RESOLVED_TODAY),
                                        lastWeek(ask, words, false))),
                                lateReactions(ask, words))
                        .toList());
    }

    private Stream<RingPage.Small> lateReactions(RingRows.Ask ask, Words words) {
        return ask.actor().may(Action.READ, "reaction")
                ? Stream.of(small(words, "reactions", apologies.lateSteps(ask.actor()), "/reactions", ""))
                : Stream.of();
    }

    private RingPage.Station feedBack(RingRows.Ask ask, Words words, RingFigures desk) {
        return station(
                3,
                "feedback",
                desk.close(),
                view(TicketView.RESOLVED),
                List.of(
                        small(words, "named", rows.count(ask, RingSlice.NAMED), RingSlice.NAMED.href(), ""),
                        small(words, "closed", desk.closedToday(), view(TicketView.CLOSED_TODAY), "")));
    }

    private static RingPage.Station prevent(Words words, PreventionTally.Tally actions) {
        return new RingPage.Station(
                4,
                "prevent",
                actions.load().waiting(),
                "/actions",
                actions.load().late(),
                "/actions?show=late",
                actions.load().due(),
                "/actions?show=week",
                List.of(
                        small(
                                words,
                                "seen",
                                actions.of(Verdict.EFFECT_SEEN),
                                "/actions?show=seen",
                                words.text("ring.seen.note")),
                        small(
                                words,
                                "none",
                                actions.of(Verdict.NO_EFFECT),
                                "/actions?show=none",
                                words.text("ring.none.note", actions.of(Verdict.TOO_FEW)))));
    }

    private static RingPage.Station station(
            int number, String name, RingFigures.Station waits, String href, List<RingPage.Small> figures) {
        return new RingPage.Station(
                number,
                name,
                waits.waiting(),
                href,
                waits.late(),
                href + "&due=LATE",
                waits.dueToday(),
                href + "&due=TODAY",
                figures);
    }

    private static RingPage.Small small(Words words, String name, long value, String href, String note) {
        return new RingPage.Small(words.text("ring.small." + name), words.number(value), href, note);
    }

    /** The same weekday a week ago, until this hour. */
    private String lastWeek(RingRows.Ask ask, Words words, boolean received) {
        Instant until = ask.now().minus(Duration.ofDays(7));
        LocalDate day = LocalDate.ofInstant(until, ask.actor().zone());
        Instant from = day.atStartOfDay(ask.actor().zone()).toInstant();
        long count = received ? rows.received(ask, from, until) : rows.resolved(ask, from, until);
        return words.text(
                "ring.lastweek", count, day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
    }
}
