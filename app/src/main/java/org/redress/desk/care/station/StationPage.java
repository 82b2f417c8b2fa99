package org.redress.desk.care.station;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.FoundCustomers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * One station: how its panel has reported, what became of bad marks, and who belongs to it.
 *
 * @param bad the latest first
 * @param next of the members, or null
 * @param found customers to choose from; null while nothing was looked for
 * @param keepers to choose from; empty where the reader may not change the station
 */
public record StationPage(
        Station station,
        @Nullable Period running,
        List<Question> questions,
        StationFigures figures,
        List<ReportLine> bad,
        List<Member> members,
        @Nullable String next,
        Map<CustomerId, String> customers,
        List<StationStep> steps,
        Map<StaffId, StaffMember> people,
        String q,
        @Nullable FoundCustomers found,
        boolean write,
        boolean manage,
        boolean export,
        List<Choice> keepers,
        Attempt attempted,
        ZoneId zone) {

    public String person(StaffId id) {
        return CareDesk.name(people, id);
    }

    public String customer(CustomerId id) {
        return customers.getOrDefault(id, "");
    }

    /** A mean, or a share of yes, with its interval. */
    public static String says(Words words, QuestionKind kind, Estimate of) {
        return kind == QuestionKind.MARK
                ? words.text(
                        "station.mean",
                        words.number(of.value(), 1),
                        words.number(of.low(), 1),
                        words.number(of.high(), 1))
                : words.text(
                        "station.share", words.percent(of.value()), words.percent(of.low()), words.percent(of.high()));
    }

    /** A change with its sign; of a share in hundredths. */
    public static String change(Words words, QuestionKind kind, double by) {
        String sign = by < 0 ? "−" : "+";
        return kind == QuestionKind.MARK
                ? sign + words.number(Math.abs(by), 1)
                : words.text("station.points", sign + words.number(Math.abs(by) * 100, 0));
    }
}
