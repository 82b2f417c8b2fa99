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
            Instant receivedAt,
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
                one.receivedAt(),
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

    List<Found> clusters(int least, Instant now, ZoneId zone) {
        List<Clustering.Point> points = members.stream()
                .map(one -> new Clustering.Point(
                        one.closedAt() + " " + one.ticket().value(),
                        one.terms(),
                        one.cause() == null ? null : one.cause().value().toString(),
                        one.type()))
                .toList();
        return Clustering.of(points, least).stream()
                .map(places -> found(places.stream().map(members::get).toList(), now, zone))
                .toList();
    }

    private Found found(List<Member> inside, Instant now, ZoneId zone) {
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
                growth(inside, now, zone),
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

    /** How many came in each of the last weeks, whole weeks of seven days back from today. */
    private static List<Integer> growth(List<Member> inside, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<Long, Long> byWeek = inside.stream()
                .collect(Collectors.groupingBy(
                        one -> ChronoUnit.DAYS.between(LocalDate.ofInstant(one.receivedAt(), zone), today) / 7,
                        Collectors.counting()));
        List<Integer> growth = new ArrayList<>();
        for (long week = WEEKS - 1; week >= 0; week--) {
            growth.add(byWeek.getOrDefault(week, 0L).intValue());
        }
        return growth;
    }
}
