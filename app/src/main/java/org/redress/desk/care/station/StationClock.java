package org.redress.desk.care.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clock of a station's period: to its last day; what is late then goes up the ladder of the keeper. */
@Component
class StationClock implements Answering {

    static final String NAME = "station.period";

    private final ObjectProvider<Commitments> commitments;
    private final StationPeriodRows periods;
    private final StationRows stations;
    private final java.time.Clock time;

    StationClock(
            ObjectProvider<Commitments> commitments,
            StationPeriodRows periods,
            StationRows stations,
            java.time.Clock time) {
        this.commitments = commitments;
        this.periods = periods;
        this.stations = stations;
        this.time = time;
    }

    /** Starts it; one that runs goes on. */
    void start(Actor product, Period period) {
        Instant from = period.from().atStartOfDay(product.zone()).toInstant();
        int minutes = Math.toIntExact(Duration.between(from, period.dueAt()).toMinutes());
        commitments
                .getObject()
                .start(
                        product,
                        ClockStart.within(
                                new Limit(minutes, Unit.ELAPSED_MINUTES),
                                subject(period.id()),
                                NAME,
                                Calendars.ALWAYS,
                                from));
    }

    /** Ends it where nothing is owed any more: when the last one reported, or without a word where nobody did. */
    void settle(Actor product, UUID period) {
        StationPeriodRows.Standing standing = periods.standing(product.bureau(), period);
        if (standing.owed() > 0) {
            return;
        }
        if (standing.lastReported() == null) {
            commitments.getObject().cancel(product, subject(period), NAME);
        } else {
            Instant now = time.instant();
            Instant last = standing.lastReported();
            commitments.getObject().stop(product, subject(period), NAME, last.isAfter(now) ? now : last);
        }
    }

    static Subject subject(UUID period) {
        return new Subject(StationRights.KIND, period);
    }

    @Override
    public String kind() {
        return StationRights.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        List<Period> found = periods.of(bureau, ids);
        Map<StationId, Station> of = stations
                .list(
                        bureau,
                        "s.id = any(:ids)",
                        Map.of(
                                "ids",
                                found.stream().map(one -> one.station().value()).toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(Station::id, Function.identity()));
        Map<UUID, Matter> matters = new HashMap<>();
        for (Period period : found) {
            Station station = Objects.requireNonNull(of.get(period.station()));
            matters.put(
                    period.id(),
                    new Matter(station.keeper(), station.unit(), station.spoken(), station.name(), station.path()));
        }
        return matters;
    }
}
