package org.redress.ground.rulebook;

import java.util.List;

/**
 * The list of rules in force today.
 *
 * @param all how many there are, {@code open} of them to be confirmed
 * @param onlyOpen whether only those to be confirmed are shown
 */
public record RulesPage(int all, int open, boolean onlyOpen, List<Rule> rules) {

    static RulesPage of(List<Rule> rules, boolean onlyOpen) {
        List<Rule> open = rules.stream().filter(Rule::toBeConfirmed).toList();
        return new RulesPage(rules.size(), open.size(), onlyOpen, onlyOpen ? open : rules);
    }
}
