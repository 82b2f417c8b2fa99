package org.redress.desk.care.station;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the periods of stations: each member owes a report in each. */
@Component
public class StationPeriods {

    private final StationRows stations;
    private final StationPeriodRows rows;
    private final StationClock clocks;
    private final Bureaus bureaus;
    private final Clock clock;

    StationPeriods(StationRows stations, StationPeriodRows rows, StationClock clocks, Bureaus bureaus, Clock clock) {
        this.stations = stations;
        this.rows = rows;
        this.clocks = clocks;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    /**
     * Opens the period in which a day lies, for whoever enters what was reported on paper before; today's opens by itself.
     * What is owed of the period before the last one is missed. Opened twice it is one.
     *
     * @return the period; empty before the station's start, after its end, and for days to come
     */
    @Transactional
    public Optional<Period> open(Actor actor, StationId id, LocalDate day) {
        Station station = stations.hold(actor.bureau(), id).orElseThrow(() -> Problem.absent("station.absent"));
        StationRights.require(actor, Action.MANAGE, station);
        return day.isAfter(today(actor)) ? Optional.empty() : begin(actor, station, day);
    }

    /** Opens it for a station that is held. */
    Optional<Period> begin(Actor actor, Station station, LocalDate day) {
        int number = station.rhythm().number(station.startsOn(), day);
        if (number < 0 || station.endedAt() != null) {
            return Optional.empty();
        }
        Period period = period(actor, station, number);
        if (!rows.insert(actor.bureau(), period)) {
            return rows.find(actor.bureau(), station.id(), number);
        }
        Actor product = product(actor);
        List<StationPeriodRows.Owing> members = rows.members(actor.bureau(), station.id());
        if (!members.isEmpty()) {
            rows.owe(actor.bureau(), period, members);
            clocks.start(product, period);
        }
        rows.miss(actor.bureau(), station.id(), number - 1).forEach(missed -> clocks.settle(product, missed));
        return Optional.of(period);
    }

    private static Period period(Actor actor, Station station, int number) {
        LocalDate from = station.rhythm().first(station.startsOn(), number);
        LocalDate until = station.rhythm().first(station.startsOn(), number + 1);
        return new Period(
                Ids.next(),
                station.id(),
                number,
                from,
                until,
                until.atStartOfDay(actor.zone()).toInstant(),
                station.questions());
    }

    /** A member who has just agreed owes a report in the period that runs. */
    void owe(Actor actor, Station station, Member member) {
        begin(actor, station, today(actor)).ifPresent(period -> {
            rows.owe(actor.bureau(), period, List.of(new StationPeriodRows.Owing(member.id(), member.customer())));
            clocks.start(product(actor), period);
        });
    }

    /** Nothing is owed by a member of a station that is held any more, or by anybody. */
    void excuse(Actor actor, StationId station, @Nullable MemberId member) {
        Actor product = product(actor);
        rows.excuse(actor.bureau(), station, member).forEach(period -> clocks.settle(product, period));
    }

    /** Opens what begins today in each station of a bureau. */
    @Transactional
    public void look(Actor product) {
        LocalDate today = today(product);
        for (Station station : stations.list(product.bureau(), "s.ended_at is null order by s.number", Map.of())) {
            stations.hold(product.bureau(), station.id()).ifPresent(held -> begin(product, held, today));
        }
    }

    Optional<Period> running(Actor actor, Station station) {
        int number = station.rhythm().number(station.startsOn(), today(actor));
        return number < 0 ? Optional.empty() : rows.find(actor.bureau(), station.id(), number);
    }

    Period get(Actor actor, UUID id) {
        return rows.find(actor.bureau(), id).orElseThrow();
    }

    Map<UUID, Period> of(Actor actor, List<UUID> ids) {
        return rows.of(actor.bureau(), ids).stream().collect(Collectors.toMap(Period::id, Function.identity()));
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
