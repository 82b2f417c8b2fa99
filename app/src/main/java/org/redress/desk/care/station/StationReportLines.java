package org.redress.desk.care.station;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts names to the ids of reports: a fixed number of queries for any number of rows, and one for each version of questions. */
@Component
class StationReportLines {

    private final StationRows stations;
    private final StationPeriodRows periods;
    private final StationReports reports;
    private final Customers customers;
    private final TicketBoard board;

    StationReportLines(
            StationRows stations,
            StationPeriodRows periods,
            StationReports reports,
            Customers customers,
            TicketBoard board) {
        this.stations = stations;
        this.periods = periods;
        this.reports = reports;
        this.customers = customers;
        this.board = board;
    }

    List<ReportLine> of(Actor actor, Words words, List<Report> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        Map<StationId, Station> stationsById = stations
                .list(
                        actor.bureau(),
                        "s.id = any(:ids)",
                        Map.of(
                                "ids",
                                some.stream()
                                        .map(one -> one.station().value())
                                        .distinct()
                                        .toArray(java.util.UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(Station::id, Function.identity()));
        Map<java.util.UUID, Period> periodsById =
                periods
                        .of(
                                actor.bureau(),
                                some.stream().map(Report::period).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Period::id, Function.identity()));
        Map<CustomerId, String> names =
                names(actor, some.stream().map(Report::customer).toList());
        Map<TicketId, String> numbers = numbers(actor, some);
        Map<ReportId, List<Mark>> marks = reports.marks(
                actor, some.stream().filter(Report::bad).map(Report::id).toList());
        Map<Object, List<Question>> asked = new HashMap<>();
        return some.stream()
                .map(one -> {
                    Period period = Objects.requireNonNull(periodsById.get(one.period()));
                    List<Question> questions = one.bad()
                            ? asked.computeIfAbsent(
                                    List.of(one.station(), period.questions()),
                                    key -> stations.questions(actor.bureau(), one.station(), period.questions()))
                            : List.of();
                    TicketId ticket =
                            one.settled() == null ? null : one.settled().ticket();
                    return new ReportLine(
                            one,
                            Objects.requireNonNull(stationsById.get(one.station())),
                            period,
                            names.getOrDefault(one.customer(), ""),
                            bad(words, questions, marks.getOrDefault(one.id(), List.of())),
                            ticket == null ? "" : numbers.getOrDefault(ticket, ""));
                })
                .toList();
    }

    private static String bad(Words words, List<Question> questions, List<Mark> marks) {
        List<String> lines = new ArrayList<>();
        for (Mark mark : marks) {
            questions.stream()
                    .filter(one -> mark.bad() && one.place() == mark.place())
                    .map(one -> words.text(
                            "report.ticket.line",
                            one.text(words),
                            StationReports.answer(words, one.kind(), mark.value())))
                    .forEach(lines::add);
        }
        return String.join(" ", lines);
    }

    Map<CustomerId, String> names(Actor actor, Collection<CustomerId> ids) {
        if (!actor.may(Action.READ, "customer")) {
            return Map.of();
        }
        return customers.cards(actor, ids).values().stream()
                .collect(Collectors.toMap(CustomerCard::id, StationReportLines::name));
    }

    private static String name(CustomerCard card) {
        return Stream.of(card.name(), card.phone(), card.email())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("–");
    }

    private Map<TicketId, String> numbers(Actor actor, List<Report> some) {
        List<TicketId> tickets = some.stream()
                .map(Report::settled)
                .filter(Objects::nonNull)
                .map(Report.Settled::ticket)
                .filter(Objects::nonNull)
                .toList();
        return tickets.isEmpty() || !actor.may(Action.READ, "ticket")
                ? Map.of()
                : board.cards(actor, tickets).stream()
                        .collect(Collectors.toMap(
                                TicketCard::id, card -> card.number().toString()));
    }

    String number(Actor actor, @Nullable TicketId ticket) {
        return ticket == null || !actor.may(Action.READ, "ticket")
                ? ""
                : board.cards(actor, List.of(ticket)).stream()
                        .map(card -> card.number().toString())
                        .findFirst()
                        .orElse("");
    }
}
