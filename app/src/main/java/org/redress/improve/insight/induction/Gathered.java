package org.redress.improve.insight.induction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.cases.CaseTerms;
import org.redress.improve.insight.cases.RecoveryCase;
import org.redress.platform.text.SearchText;

/** The cases of a window as far as they are compared, and what is found among them. */
final class Gathered {

    /** What is read of a subject. */
    private static final int LONGEST = 200;

    private static final int WEEKS = 12;

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Integer> cases = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();

    /** A case as it is compared. A cluster is named by words of its subjects: there people say what it is about. */
    record Member(
            TicketId ticket,
            Instant closedAt,
            @Nullable CauseId cause,
            @Nullable String type,
            String place,
            Map<String, Integer> terms,
            Set<String> heading,
            String subject) {}

    /** What was found. */
    record Found(
            List<Member> members,
            List<String> words,
            List<Integer> growth,
            @Nullable CauseId cause,
            int causeCases,
            @Nullable String type,
            String place) {}

    void add(RecoveryCase one) {
        CaseTerms terms = CaseTerms.of(one);
        terms.typed().forEach(typed::putIfAbsent);
        Map<String, Integer> words = new HashMap<>(terms.counts());
        words.keySet().removeIf(term -> !CaseTerms.word(term));
        words.keySet().forEach(term -> cases.merge(term, 1, Integer::sum));
        String subject = SearchText.plain(one.failure().subject());
        Set<String> heading = CaseTerms.of(subject).counts().keySet().stream()
                .filter(CaseTerms::word)
                .collect(Collectors.toSet());
        members.add(new Member(
                one.ticket(),
                one.closedAt(),
                one.cause(),
                one.failure().type(),
                one.context().place(),
                words,
                heading,
                subject.substring(0, Math.min(LONGEST, subject.length()))));
    }

    int size() {
        return members.size();
    }

    /** When the first of them was closed; null where there are none. */
    @Nullable
    Instant first() {
        return members.stream()
                .map(Member::closedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** @param since from when on all that was closed is here: only weeks that are here whole are counted */
    List<Found> clusters(int least, Instant since, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        long whole = ChronoUnit.DAYS.between(LocalDate.ofInstant(since, zone), today) / 7;
        int weeks = (int) Math.clamp(whole, 1, WEEKS);
        List<Clustering.Point> points = members.stream()
                .map(one -> new Clustering.Point(
                        one.closedAt() + " " + one.ticket().value(),
                        one.terms(),
                        one.cause() == null ? null : one.cause().value().toString(),
                        one.type()))
                .toList();
        return Clustering.of(points, least).stream()
                .map(places ->
                        found(places.stream().map(members::get).toList(), one -> weeksAgo(one, today, zone), weeks))
                .toList();
    }

    private Found found(List<Member> inside, ToLongFunction<Member> weeksAgo, int weeks) {
        List<Set<String>> terms = inside.stream().map(Member::heading).toList();
        CauseId cause = most(inside, Member::cause);
        String place = most(inside, one -> one.place().isEmpty() ? null : one.place());
        boolean local = place != null
                && 2 * inside.stream().filter(one -> one.place().equals(place)).count() > inside.size();
        return new Found(
                inside,
                TellingWords.of(
                        terms,
                        cases,
                        members.size(),
                        inside.stream().map(Member::subject).toList(),
                        typed),
                growth(inside, weeksAgo, weeks),
                cause,
                (int) inside.stream()
                                .filter(one -> Objects.equals(cause, one.cause()))
                                .count()
                        * (cause == null ? 0 : 1),
                most(inside, Member::type),
                place == null || !local ? "" : place);
    }

    /** The value that most have, of equals the one that reads first; null where none has any. */
    private static <T> @Nullable T most(List<Member> inside, Function<Member, @Nullable T> of) {
        Map<T, Long> counts = new HashMap<>();
        for (Member one : inside) {
            T value = of.apply(one);
            if (value != null) {
                counts.merge(value, 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<T, Long> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /**
     * In which week it was closed, whole weeks of seven days back from today. Those of which a case came in are no measure: of
     * the last ones few are closed yet.
     */
    private static long weeksAgo(Member one, LocalDate today, ZoneId zone) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(one.closedAt(), zone), today) / 7;
    }

    private static List<Integer> growth(List<Member> inside, ToLongFunction<Member> weeksAgo, int weeks) {
        Map<Long, Long> byWeek =
                inside.stream().collect(Collectors.groupingBy(weeksAgo::applyAsLong, Collectors.counting()));
        List<Integer> growth = new ArrayList<>();
        for (long week = weeks - 1L; week >= 0; week--) {
            growth.add(byWeek.getOrDefault(week, 0L).intValue());
        }
        return growth;
    }
}
