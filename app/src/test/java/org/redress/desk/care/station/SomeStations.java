package org.redress.desk.care.station;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/** Stations and their members, for tests. */
@Component
class SomeStations {

    static final List<NewQuestion> QUESTIONS = List.of(
            new NewQuestion(QuestionKind.MARK, "网络好用吗", "How good is the network"),
            new NewQuestion(QuestionKind.YES_GOOD, "营业员态度好吗", "Are the staff friendly"),
            new NewQuestion(QuestionKind.NO_GOOD, "断过线吗", "Was the line ever cut off"));

    private final TrackingStations stations;
    private final Customers customers;
    private final Clock clock;

    SomeStations(TrackingStations stations, Customers customers, Clock clock) {
        this.stations = stations;
        this.customers = customers;
        this.clock = clock;
    }

    LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    /** Every two weeks; the period with number 1 runs. */
    StationId found(Actor head, Actor keeper) {
        return stations.found(
                head,
                new NewStation(
                        "河东质量跟踪站",
                        "河东营业厅",
                        keeper.staff(),
                        new Rhythm(2, Rhythm.Unit.WEEKS),
                        today(head).minusDays(20),
                        QUESTIONS));
    }

    CustomerId customer(Actor actor, int number) {
        String phone = "1391111%04d".formatted(number);
        return Objects.requireNonNull(customers
                .match(actor, List.of(new CustomerDraft("desk", null, "客户" + number, phone, "+86" + phone, null, null)))
                .getFirst());
    }

    static NewReport report(String words, Integer... marks) {
        Map<Integer, Integer> answers = new java.util.HashMap<>();
        for (int place = 1; place <= marks.length; place++) {
            answers.put(place, marks[place - 1]);
        }
        return new NewReport(Channel.HOT_LINE, words, answers, null);
    }
}
