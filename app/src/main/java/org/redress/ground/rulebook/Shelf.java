package org.redress.ground.rulebook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that hold in one jurisdiction: those of the country, of the province where the bureau stands in one, and the
 * house's own. The narrower goes before the wider, the house's own before both.
 */
final class Shelf {

    private static final Comparator<Rule> NARROWEST_AND_LATEST_FIRST = Comparator.comparing(Rule::house)
            .thenComparing(rule -> rule.jurisdiction().length())
            .thenComparing(Rule::validFrom)
            .thenComparing(Rule::version)
            .reversed();

    private final Map<String, List<Rule>> byCode;

    Shelf(String jurisdiction, List<Rule> rules) {
        this.byCode = rules.stream()
                .filter(rule -> reaches(rule, jurisdiction))
                .sorted(NARROWEST_AND_LATEST_FIRST)
                .collect(Collectors.groupingBy(Rule::code, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    private static boolean reaches(Rule rule, String jurisdiction) {
        return rule.house()
                || jurisdiction.equals(rule.jurisdiction())
                || jurisdiction.startsWith(rule.jurisdiction() + "-");
    }

    Optional<Rule> on(String code, LocalDate day) {
        return versions(code).stream().filter(rule -> rule.holdsOn(day)).findFirst();
    }

    /** Every version of a rule, the one that goes first where several hold first. */
    List<Rule> versions(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** Every version that waits for a second person, by code. */
    Stream<Rule> waiting() {
        return byCode.values().stream().flatMap(List::stream).filter(Rule::waits);
    }

    /** One version of each rule: the one that holds on the day, by code. */
    Stream<Rule> all(LocalDate day) {
        return byCode.keySet().stream().flatMap(code -> on(code, day).stream());
    }
}
