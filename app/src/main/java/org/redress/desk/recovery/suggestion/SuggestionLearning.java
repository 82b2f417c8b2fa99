package org.redress.desk.recovery.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Taxonomy;
import org.redress.desk.ticket.ChosenTypes;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Learns from people's choices. The same text always serves the same purpose: to learn from, to calibrate, or to be held
 * back; so a version is measured on texts that neither it nor any version before has seen, and the two can be compared.
 */
@Component
public class SuggestionLearning {

    static final String KIND = "taxonomy";
    static final String CASES = "suggest.cases";
    static final String CASES_OF_TYPE = "suggest.cases.type";
    static final String AGAIN = "suggest.again";

    private static final long SEED = 20_261_130;
    private static final int PAGE = 500;
    private static final int MOST = 20_000;
    private static final int LEAST_HELD_BACK = 10;

    private final ModelRows rows;
    private final ModelShelf shelf;
    private final ChosenTypes chosen;
    private final FailureTypes types;
    private final Rules rules;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    SuggestionLearning(
            ModelRows rows,
            ModelShelf shelf,
            ChosenTypes chosen,
            FailureTypes types,
            Rules rules,
            Rulebook rulebook,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.chosen = chosen;
        this.types = types;
        this.rules = rules;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /** Learns the next version now; needs {@code MANAGE taxonomy}. Takes seconds for thousands of cases. */
    @Transactional
    public LearningResult learn(Actor actor) {
        actor.require(Action.MANAGE, KIND);
        List<LearnedCase> cases = cases(actor);
        int needed = count(actor, CASES);
        Map<LearnedCase.Use, List<LearnedCase>> parts = cases.stream().collect(Collectors.groupingBy(LearnedCase::use));
        List<LearnedCase> held = parts.getOrDefault(LearnedCase.Use.HOLD_BACK, List.of());
        List<LearnedCase> learned =
                frequent(parts.getOrDefault(LearnedCase.Use.LEARN, List.of()), count(actor, CASES_OF_TYPE));
        if (cases.size() < needed || held.size() < LEAST_HELD_BACK || learned.isEmpty()) {
            return new LearningResult.TooFew(cases.size(), needed);
        }
        List<LearnedCase> calibrating = parts.getOrDefault(LearnedCase.Use.CALIBRATE, List.of());
        LinearModel raw = new LinearTrainer(SEED).learn(learned);
        LinearModel model = raw.at(Calibration.temperature(raw, calibrating));
        return keep(actor, model, new Numbers(learned.size(), calibrating.size()), held);
    }

    private record Numbers(int learned, int calibrated) {}

    private LearningResult keep(Actor actor, LinearModel model, Numbers numbers, List<LearnedCase> held) {
        Measured measured = measure(model, held);
        Optional<ModelShelf.Kept> before =
                shelf.fresh(actor.bureau()).filter(kept -> kept.model().isPresent());
        double beforeAccuracy = before.flatMap(ModelShelf.Kept::model)
                .map(old -> measure(old, held, types.taxonomy(actor.bureau())::today)
                        .accuracy())
                .orElseGet(() -> byRules(actor, held).accuracy());
        SuggestionVersion version = new SuggestionVersion(
                rows.latest(actor.bureau(), 1).stream()
                                .mapToInt(SuggestionVersion::version)
                                .findFirst()
                                .orElse(0)
                        + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.staff(),
                numbers.learned(),
                numbers.calibrated(),
                model.labels().length,
                measured,
                model.temperature(),
                before.map(ModelShelf.Kept::version).orElse(0),
                beforeAccuracy,
                measured.accuracy() >= beforeAccuracy);
        byte[] bytes = model.bytes();
        shelf.changing(actor.bureau());
        if (!rows.add(actor.bureau(), version, SEED, new ModelRows.Stored(bytes, ModelShelf.sha256(bytes)))) {
            return new LearningResult.Overtaken();
        }
        trail.record(
                actor,
                "suggestion.learn",
                KIND,
                new UUID(1, version.version()),
                "{\"version\":%d,\"used\":%b}".formatted(version.version(), version.used()));
        return new LearningResult.Learned(version);
    }

    /** Learns where enough was chosen since the last time. */
    @Transactional
    public void learnIfDue(Actor product) {
        List<SuggestionVersion> latest = rows.latest(product.bureau(), 1);
        int again = count(product, AGAIN);
        boolean due =
                latest.isEmpty() || chosen.since(product, latest.getFirst().at(), again) >= again;
        if (due) {
            learn(product);
        }
    }

    /** The versions, the newest first. Whoever may read tickets may read them. */
    public List<SuggestionVersion> latest(Actor actor, int limit) {
        actor.require(Action.READ, "ticket");
        return rows.latest(actor.bureau(), limit);
    }

    /**
     * What suggests now.
     *
     * @param version 0 for the rules
     * @param broken the version that should suggest and cannot be read, or null
     */
    public record Standing(int version, @Nullable Integer broken) {}

    public Standing standing(Actor actor) {
        actor.require(Action.READ, "ticket");
        return shelf.of(actor.bureau())
                .map(kept ->
                        kept.model().isPresent() ? new Standing(kept.version(), null) : new Standing(0, kept.version()))
                .orElse(new Standing(0, null));
    }

    /** Choices so far, counted to what is needed for a first version. */
    public int chosenSoFar(Actor actor) {
        return chosen.since(actor, java.time.Instant.EPOCH, needed(actor));
    }

    public int needed(Actor actor) {
        return count(actor, CASES);
    }

    static Measured measure(LinearModel model, List<LearnedCase> held) {
        return measure(model, held, Optional::of);
    }

    /** @param today what a type that the model learned is called now; empty where it lives no more */
    private static Measured measure(
            LinearModel model, List<LearnedCase> held, Function<String, Optional<String>> today) {
        return Measured.of(held.stream()
                .map(one -> model.guess(one.subject(), one.text())
                        .flatMap(guess -> today.apply(guess.label())
                                .map(type -> new Measured.Outcome(one.type(), type, guess.chance())))
                        .orElse(new Measured.Outcome(one.type(), null, 0)))
                .toList());
    }

    private Measured byRules(Actor actor, List<LearnedCase> held) {
        return Measured.of(held.stream()
                .map(one -> new Measured.Outcome(
                        one.type(),
                        rules.type(actor.bureau(), one.subject(), one.text()).orElse(null),
                        1))
                .toList());
    }

    /** The latest choices that still say which type is meant: of a text that was there twice the later one. */
    private List<LearnedCase> cases(Actor actor) {
        Taxonomy taxonomy = types.taxonomy(actor.bureau());
        Map<String, LearnedCase> byText = new LinkedHashMap<>();
        ChosenTypes.Chosen last = null;
        for (int read = 0; read < MOST; read += PAGE) {
            List<ChosenTypes.Chosen> page = chosen.latest(actor, last, PAGE);
            for (ChosenTypes.Chosen one : page) {
                meant(taxonomy, one.type())
                        .map(type -> new LearnedCase(one.subject(), one.text(), type, one.customer()))
                        .filter(known -> !known.key().isEmpty())
                        .ifPresent(known -> byText.putIfAbsent(known.key(), known));
            }
            if (page.size() < PAGE) {
                break;
            }
            last = page.getLast();
        }
        return new ArrayList<>(byText.values()).reversed();
    }

    /** What was split does not say which part was meant. */
    private static Optional<String> meant(Taxonomy taxonomy, String type) {
        return taxonomy.types().stream()
                .filter(FailureType::lives)
                .map(FailureType::code)
                .filter(code -> taxonomy.lineage().counted(code).contains(type))
                .findFirst();
    }

    private static List<LearnedCase> frequent(List<LearnedCase> cases, int least) {
        Map<String, Long> byType =
                cases.stream().collect(Collectors.groupingBy(LearnedCase::type, Collectors.counting()));
        return cases.stream()
                .filter(one -> byType.getOrDefault(one.type(), 0L) >= least)
                .toList();
    }

    private int count(Actor actor, String code) {
        return rulebook.count(actor.bureau(), code, LocalDate.ofInstant(clock.instant(), actor.zone()));
    }
}
