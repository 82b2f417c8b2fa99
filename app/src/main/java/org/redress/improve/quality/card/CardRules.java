package org.redress.improve.quality.card;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.FailureTypes;
import org.redress.ground.commitment.Deadlines;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.RuleRef;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** The rules of cards as they are in force, and what they say of a complaint. */
@Component
class CardRules {

    /** What staff do unprompted (group 3 of the taxonomy), but for wrong charges, which are seldom a person's doing. */
    private static final Set<String> CONDUCT = Set.of("wrongly-accused", "embarrassment", "attention");

    private static final List<String> SEVERITY = List.of("card.window", "card.yellow", "card.red", "card.conduct");

    private final Rulebook rulebook;
    private final Deadlines deadlines;
    private final FailureTypes types;

    CardRules(Rulebook rulebook, Deadlines deadlines, FailureTypes types) {
        this.rulebook = rulebook;
        this.deadlines = deadlines;
        this.types = types;
    }

    SeverityPolicy severity(Actor actor, Instant now) {
        return new SeverityPolicy(
                count(actor, "card.yellow", now), count(actor, "card.red", now), count(actor, "card.conduct", now));
    }

    private int count(Actor actor, String code, Instant now) {
        return rulebook.count(actor.bureau(), code, day(actor, now));
    }

    /** The beginning of the window that ends now. */
    Instant window(Actor actor, Instant now) {
        return now.minus(rulebook.days(actor.bureau(), "card.window", day(actor, now)), ChronoUnit.DAYS);
    }

    /** Since when another yellow card must stand for two to make a red one. */
    Instant pair(Actor actor, Instant now) {
        return now.minus(rulebook.days(actor.bureau(), "card.pair", day(actor, now)), ChronoUnit.DAYS);
    }

    Instant appealUntil(Actor actor, Instant now) {
        return deadlines.after(actor.bureau(), "card.appeal", now);
    }

    Instant expiry(Actor actor, Severity severity, Instant stood) {
        return deadlines.after(actor.bureau(), severity.expiry(), stood);
    }

    /** How the rules that decide the severity today are quoted. */
    String quoted(Actor actor, Instant now) {
        return quoted(actor.bureau(), SEVERITY, day(actor, now));
    }

    String quotedPair(Actor actor, Instant now) {
        return quoted(actor.bureau(), List.of("card.pair"), day(actor, now));
    }

    private String quoted(BureauId bureau, List<String> codes, LocalDate day) {
        return codes.stream()
                .map(code -> rulebook.get(bureau, code, day))
                .map(CardRules::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(Rule rule) {
        RuleRef ref = rule.ref();
        return ref.code() + "=" + rule.amount().stripTrailingZeros().toPlainString() + "@" + ref.jurisdiction() + "/"
                + ref.version();
    }

    /** The types of failure that are about conduct. */
    List<String> conduct(Actor actor) {
        return Stream.concat(
                        CONDUCT.stream(), types.ever(actor, CONDUCT).stream().map(FailureType::code))
                .toList();
    }

    private static LocalDate day(Actor actor, Instant now) {
        return LocalDate.ofInstant(now, actor.zone());
    }
}
