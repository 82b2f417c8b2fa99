package org.redress.desk.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which failure types have become which. A type that has gone into one other can be counted with it exactly; one that was
 * split cannot be divided afterwards, so that a period that began before is counted under the type that was.
 *
 * @param steps the earliest first; a type has ended at most once, so each stands for at most one step
 */
public record Lineage(List<Step> steps) {

    /**
     * A type ended and others took its place.
     *
     * @param code that ended
     * @param successors those that took its place, one or several
     * @param heir of them the one to which words lead that pointed at the old one
     */
    public record Step(int version, Instant at, String code, List<String> successors, String heir) {

        public Step {
            successors = List.copyOf(successors);
        }

        public boolean split() {
            return successors.size() > 1;
        }
    }

    /**
     * How figures of a period are counted so that its parts can be compared.
     *
     * @param under for a code that is counted under another one, that one
     * @param splits the splits within the period, which is why
     */
    public record Comparison(Map<String, String> under, List<Step> splits) {

        /** The code under which one is counted; itself where nothing happened to it. */
        public String of(String code) {
            return under.getOrDefault(code, code);
        }

        /** Every code that is counted under this one, itself among them. */
        public Set<String> behind(String code) {
            Set<String> behind = new TreeSet<>();
            behind.add(code);
            under.forEach((from, to) -> {
                if (to.equals(code)) {
                    behind.add(from);
                }
            });
            return behind;
        }
    }

    public Lineage {
        steps = List.copyOf(steps);
    }

    /** Where words lead that pointed at a code: the last of its heirs, itself where it has none. */
    public Optional<String> heir(String code) {
        String at = code;
        for (int i = 0; i <= steps.size(); i++) {
            Step step = of(at);
            if (step == null) {
                return Optional.of(at);
            }
            at = step.heir();
        }
        return Optional.empty();
    }

    /** Every type that was once one with this, or has become one with it: the same failure by another name. */
    public Set<String> family(String code) {
        return groups(step -> true).members(code);
    }

    /** This type and every earlier one that has wholly gone into it. */
    public Set<String> counted(String code) {
        Set<String> counted = new HashSet<>(Set.of(code));
        for (Step step : steps.reversed()) {
            if (!step.split() && counted.contains(step.successors().getFirst())) {
                counted.add(step.code());
            }
        }
        return Set.copyOf(counted);
    }

    /** How a period that begins at this moment is counted. */
    public Comparison since(Instant from) {
        List<Step> splits = steps.stream()
                .filter(step -> step.split() && step.at().isAfter(from))
                .toList();
        Groups groups = groups(step -> !step.split() || step.at().isAfter(from));
        Map<String, String> under = new HashMap<>();
        for (String code : groups.codes()) {
            String name = named(groups.members(code));
            if (!name.equals(code)) {
                under.put(code, name);
            }
        }
        return new Comparison(Map.copyOf(under), splits);
    }

    /** What gathers them: the earliest split one, or, where none was, the last that they have gone into. */
    private String named(Set<String> members) {
        return steps.stream()
                .filter(step -> step.split() && members.contains(step.code()) && members.containsAll(step.successors()))
                .min(Comparator.comparingInt(Step::version).thenComparing(Step::code))
                .map(Step::code)
                .orElseGet(() -> members.stream()
                        .filter(code -> {
                            Step step = of(code);
                            return step == null || !members.contains(step.heir());
                        })
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private @Nullable Step of(String code) {
        return steps.stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private interface Wanted {
        boolean takes(Step step);
    }

    private Groups groups(Wanted wanted) {
        Groups groups = new Groups();
        steps.stream().filter(wanted::takes).forEach(step -> {
            for (String successor : step.successors()) {
                groups.join(step.code(), successor);
            }
        });
        return groups;
    }

    /** Sets that grow together. */
    private static final class Groups {

        private final Map<String, Set<String>> byCode = new HashMap<>();

        void join(String a, String b) {
            Set<String> both = new TreeSet<>(members(a));
            both.addAll(members(b));
            both.forEach(code -> byCode.put(code, both));
        }

        Set<String> members(String code) {
            return Set.copyOf(byCode.getOrDefault(code, Set.of(code)));
        }

        List<String> codes() {
            return new ArrayList<>(byCode.keySet());
        }
    }
}
