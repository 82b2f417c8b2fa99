package org.redress.ground.rulebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * The list of rules in force today.
 *
 * @param all how many there are
 * @param open how many numbers are to be confirmed, those that hold only then before the others
 * @param onlyOpen whether only those to be confirmed are shown
 */
public record RulesPage(int all, int open, boolean onlyOpen, List<Rule> rules) {

    static RulesPage of(List<Rule> rules, List<Rule> waiting, boolean onlyOpen) {
        List<Rule> open = Stream.concat(waiting.stream(), rules.stream().filter(Rule::toBeConfirmed))
                .toList();
        return new RulesPage(rules.size(), open.size(), onlyOpen, onlyOpen ? open : rules);
    }
}
