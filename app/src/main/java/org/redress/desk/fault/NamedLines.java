package org.redress.desk.fault;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;

/** The lines of an exchange whose numbers somebody has typed or pasted, one a line, or between commas, semicolons or tabs. */
@Component
public class NamedLines {

    /** More than a cabinet or a cable has. */
    static final int MOST = 10_000;

    private static final int LONGEST = 40 * MOST;
    private static final int SHOWN = 5;
    private static final Pattern BETWEEN = Pattern.compile("[\\n\\t,;\uFF0C\u3001\uFF1B]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Lines lines;

    NamedLines(Lines lines) {
        this.lines = lines;
    }

    /**
     * Each line once; none where nothing was typed.
     *
     * @throws Problem at the field {@code numbers}: {@code fault.outage.numbers} where a number is on no line of the exchange,
     *     with how many these are and the first of them, {@code fault.outage.numbers.many} where there are too many
     */
    public Set<LineId> of(Actor actor, String exchange, String typed) {
        actor.require(Action.ASSIGN, FaultRights.KIND);
        String served = Typed.required(exchange, "exchange");
        String text = Typed.optional(typed, "numbers", LONGEST);
        if (text.isEmpty()) {
            return Set.of();
        }
        Set<String> numbers = BETWEEN.splitAsStream(text)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (numbers.isEmpty()) {
            numbers.add(text);
        }
        Map<String, Line> there = there(actor, served, numbers);
        Set<LineId> found = new LinkedHashSet<>();
        List<String> strange = new ArrayList<>();
        for (String number : numbers) {
            for (String part : written(number, there)) {
                Line line = there.get(part);
                if (line == null) {
                    strange.add(part);
                } else {
                    found.add(line.id());
                }
            }
        }
        return checked(found, strange);
    }

    private static Set<LineId> checked(Set<LineId> found, List<String> strange) {
        if (!strange.isEmpty()) {
            String first = strange.stream().limit(SHOWN).collect(Collectors.joining(", "));
            throw Problem.invalid("fault.outage.numbers", "numbers", strange.size(), first);
        }
        if (found.size() > MOST) {
            throw Problem.invalid("fault.outage.numbers.many", "numbers", MOST);
        }
        return found;
    }

    private Map<String, Line> there(Actor actor, String exchange, Set<String> numbers) {
        List<String> all = numbers.stream()
                .flatMap(number -> Stream.concat(Stream.of(number), parts(number).stream()))
                .distinct()
                .toList();
        return lines.numbered(actor, all).entrySet().stream()
                .filter(one -> one.getValue().exchange().equals(exchange))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One number, or several where these are lines and the whole is none. */
    private static List<String> written(String number, Map<String, Line> there) {
        List<String> parts = parts(number);
        boolean several = !there.containsKey(number) && parts.stream().anyMatch(there::containsKey);
        return several ? parts : List.of(number);
    }

    /** People write a number with spaces, or spaces between numbers. */
    private static List<String> parts(String number) {
        return SPACE.splitAsStream(number).toList();
    }
}
