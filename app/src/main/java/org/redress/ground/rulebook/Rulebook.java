package org.redress.ground.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauFounded;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Remembered;
import org.redress.platform.web.Problem;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every number that a law or a policy sets. A number is asked for by its code and the day on which it must hold; the
 * answer is the version in force on that day in the bureau's jurisdiction. Nothing is ever overwritten.
 */
@Component
public class Rulebook {

    private static final String KIND = "rule";

    private final RuleRows rows;
    private final Remembered<BureauId, Shelf> shelves;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    Rulebook(RuleRows rows, Bureaus bureaus, Trail trail, Clock clock) {
        this.rows = rows;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
        this.shelves = new Remembered<>(bureau -> new Shelf(bureaus.get(bureau).jurisdiction(), rows.of(bureau)));
    }

    public Optional<Rule> find(BureauId bureau, String code, LocalDate on) {
        return shelves.get(bureau).on(code, on);
    }

    /** One version as it is quoted, whether it still holds or not. */
    public Optional<Rule> find(BureauId bureau, RuleRef quoted) {
        return shelves.get(bureau).versions(quoted.code()).stream()
                .filter(rule -> rule.ref().equals(quoted))
                .findFirst();
    }

    /** The rule in force on the day; a {@link Problem} {@code rule.absent} where there is none. */
    public Rule get(BureauId bureau, String code, LocalDate on) {
        return find(bureau, code, on).orElseThrow(() -> Problem.absent("rule.absent", code, on.toString()));
    }

    /** A rule that is a time limit. */
    public Limit limit(BureauId bureau, String code, LocalDate on) {
        return get(bureau, code, on).limit();
    }

    /** A rule that counts whole elapsed days. */
    public int days(BureauId bureau, String code, LocalDate on) {
        return whole(get(bureau, code, on), Unit.ELAPSED_DAYS);
    }

    /** A rule that counts things. */
    public int count(BureauId bureau, String code, LocalDate on) {
        return whole(get(bureau, code, on), Unit.COUNT);
    }

    private static int whole(Rule rule, Unit unit) {
        if (rule.unit() != unit) {
            throw new IllegalArgumentException(rule.code() + " is in " + rule.unit() + ", not in " + unit);
        }
        return rule.amount().intValueExact();
    }

    /** Every rule in force today, by code; some hundred at most. */
    public List<Rule> list(Actor actor) {
        actor.require(Action.READ, KIND);
        return shelves.get(actor.bureau()).all(today(actor)).toList();
    }

    /** Every version of a rule that reaches this bureau: the house's before the province's, the latest first. */
    public List<Rule> versions(Actor actor, String code) {
        actor.require(Action.READ, KIND);
        List<Rule> versions = shelves.get(actor.bureau()).versions(code);
        if (versions.isEmpty()) {
            throw Problem.absent("rule.unknown", code);
        }
        return versions;
    }

    /** Every version that waits for somebody other than its author, by code. */
    public List<Rule> waiting(Actor actor) {
        actor.require(Action.READ, KIND);
        return shelves.get(actor.bureau()).waiting().toList();
    }

    /**
     * The operator takes responsibility for a number that was to be confirmed.
     *
     * @throws Problem {@code rule.own} where it takes somebody other than whoever entered it
     */
    @Transactional
    public void confirm(Actor actor, String code, UUID version) {
        actor.require(Action.MANAGE, KIND);
        Rule signed = versions(actor, code).stream()
                .filter(rule -> rule.id().equals(version))
                .findFirst()
                .orElseThrow(() -> Problem.absent("rule.unknown", code));
        if (signed.waits() && actor.staff().equals(signed.author())) {
            throw Problem.conflict("rule.own", code);
        }
        shelves.changing(actor.bureau());
        if (!rows.sign(actor, version, clock.instant())) {
            throw Problem.conflict("rule.confirmed", code);
        }
        shelves.written(actor.bureau());
        trail.record(actor, "rule.confirm", KIND, version, "{\"code\":\"" + code + "\"}");
    }

    /**
     * Another number from a day on, as a new version that is to be confirmed; one that bounds the people who set it holds only
     * then, and by somebody else's hand.
     */
    @Transactional
    public UUID revise(Actor actor, Revision revision) {
        actor.require(Action.MANAGE, KIND);
        Rule now = versions(actor, revision.code()).stream()
                .filter(rule -> rule.jurisdiction().equals(revision.jurisdiction()))
                .findFirst()
                .orElseThrow(() -> Problem.absent("rule.unknown", revision.code()));
        revision.check(now, today(actor));
        shelves.changing(actor.bureau());
        UUID id = rows.next(actor, revision).orElseThrow(() -> Problem.absent("rule.unknown", revision.code()));
        shelves.written(actor.bureau());
        trail.record(actor, "rule.revise", KIND, id, "{\"code\":\"" + revision.code() + "\"}");
        return id;
    }

    /**
     * The version that holds today, for somebody who has seen it and lays it over what runs. As that makes work late which was
     * in time, and money may follow, it is not whoever entered the number.
     *
     * @throws Problem {@code rule.other} where another one holds by now, {@code rule.apply.own} for its author
     */
    Rule inForce(Actor actor, String code, UUID seen) {
        actor.require(Action.MANAGE, KIND);
        Rule rule = find(actor.bureau(), code, today(actor))
                .filter(one -> one.id().equals(seen))
                .orElseThrow(() -> Problem.conflict("rule.other", code));
        if (actor.staff().equals(rule.author())) {
            throw Problem.conflict("rule.apply.own", code);
        }
        return rule;
    }

    /** Gives a bureau the presets that it does not have yet; what it has set itself stays. */
    @Transactional
    public void equip(BureauId bureau) {
        shelves.changing(bureau);
        rows.preset(bureau, Presets.read());
        shelves.written(bureau);
    }

    @EventListener
    @Transactional
    void on(BureauFounded founded) {
        equip(founded.bureau().id());
    }

    /** A newer product may bring new presets to the bureaus that are there. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void equipAll() {
        bureaus.list().forEach(bureau -> equip(bureau.id()));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
