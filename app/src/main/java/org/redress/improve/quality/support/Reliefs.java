package org.redress.improve.quality.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.improve.quality.support.ReliefResult.Done;
import org.redress.improve.quality.support.ReliefResult.Refused;
import org.redress.improve.quality.support.ReliefResult.Why;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Relief after hard contacts (S8.3): a right to a break that the person takes or declines, and a word that whoever leads them
 * owes. Both come by themselves, by rule, with limits.
 */
@Component
public class Reliefs {

    static final String WORDS = "words";

    private static final int LONGEST_LIST = 50;
    private static final Duration RECENT = Duration.ofDays(2);

    private final ReliefRows rows;
    private final ContactFactRows facts;
    private final ReliefLedger ledger;
    private final ReliefClocks clocks;
    private final SupportRights rights;
    private final SupportNotices notices;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    Reliefs(
            ReliefRows rows,
            ContactFactRows facts,
            ReliefLedger ledger,
            ReliefClocks clocks,
            SupportRights rights,
            SupportNotices notices,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.ledger = ledger;
        this.clocks = clocks;
        this.rights = rights;
        this.notices = notices;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** The reliefs of a person, the latest first: one's own, or those of somebody whom one leads. */
    public List<Relief> of(Actor actor, StaffId person) {
        rights.seen(actor, person);
        return rows.list(actor.bureau(), ReliefRows.OF_STAFF, Map.of("staff", person.value(), "limit", LONGEST_LIST));
    }

    /** Words that are owed to the people whom somebody leads, by when they fall due. */
    public List<Relief> owed(Actor actor) {
        rights.team(actor);
        return rows
                .list(
                        actor.bureau(),
                        ReliefRows.OWED,
                        Map.of(
                                "units",
                                units(actor).stream().map(UnitId::value).toArray(UUID[]::new),
                                "limit",
                                LONGEST_LIST))
                .stream()
                .filter(relief -> !relief.staff().equals(actor.staff()))
                .toList();
    }

    private List<UnitId> units(Actor actor) {
        return actor.require(Action.READ, SupportRights.KIND) == Scope.BUREAU
                ? bureaus.units(actor.bureau()).stream().map(Unit::id).toList()
                : List.copyOf(rights.units(actor));
    }

    /** The contacts that a person took lately, the latest first; their own only. */
    public List<ContactFact> recent(Actor actor) {
        actor.require(Action.READ, SupportRights.KIND);
        return facts.latest(actor.bureau(), actor.staff(), clock.instant().minus(RECENT), LONGEST_LIST);
    }

    /** The person takes their break now. */
    @Transactional
    public ReliefResult take(Actor actor, ReliefId id, int version) {
        return rest(actor, id, version, Rest.TAKEN, "take");
    }

    /** The person does not want it. */
    @Transactional
    public ReliefResult decline(Actor actor, ReliefId id, int version) {
        return rest(actor, id, version, Rest.DECLINED, "decline");
    }

    private ReliefResult rest(Actor actor, ReliefId id, int version, Rest rest, String deed) {
        actor.require(Action.WRITE, SupportRights.KIND);
        Relief relief = find(actor, id);
        if (!relief.staff().equals(actor.staff())) {
            throw Problem.forbidden("access.denied");
        }
        Instant now = clock.instant();
        if (relief.useUntil().isBefore(now) || !rows.rest(actor.bureau(), id, version, rest, now)) {
            return new Refused(Why.MOVED);
        }
        clocks.endRest(product(actor), id, rest == Rest.TAKEN);
        ledger.write(actor, relief, deed);
        return new Done(find(actor, id));
    }

    /**
     * Whoever leads the person says their word.
     *
     * @throws Problem {@code quality.missing} or {@code quality.long} with the field {@code words}
     */
    @Transactional
    public ReliefResult say(Actor actor, ReliefId id, int version, String words) {
        actor.require(Action.WRITE, SupportRights.KIND);
        Relief relief = find(actor, id);
        if (!rights.maySay(actor, relief)) {
            throw Problem.forbidden("access.denied");
        }
        String said = Typed.required(words, WORDS);
        if (relief.word() != null) {
            return new Refused(Why.SAID);
        }
        Instant now = clock.instant();
        if (!rows.say(actor.bureau(), id, version, actor.staff(), said, now)) {
            return new Refused(find(actor, id).word() == null ? Why.MOVED : Why.SAID);
        }
        clocks.endWord(product(actor), id);
        ledger.write(actor, relief, "say");
        notices.said(product(actor), relief, now);
        return new Done(find(actor, id));
    }

    /**
     * Whoever took a contact says that they were insulted or threatened in it. Said again, nothing more happens; a contact brings
     * one break.
     *
     * @param words what happened; may be empty
     */
    @Transactional
    public AbuseNoted abused(Actor actor, UUID contact, String words) {
        actor.require(Action.WRITE, SupportRights.KIND);
        ContactFact fact = facts.find(actor.bureau(), contact)
                .filter(one -> one.staff().equals(actor.staff()))
                .orElseThrow(() -> Problem.absent("contact.absent"));
        String said = Typed.optional(words, WORDS, Typed.TEXT);
        if (!facts.abused(actor.bureau(), contact, said, clock.instant())) {
            return AbuseNoted.BEFORE;
        }
        trail.record(actor, "support.abuse", "contact", contact, "{}");
        return switch (ledger.consider(product(actor), actor.staff(), fact.unit(), fact.at())) {
            case GRANTED -> AbuseNoted.GRANTED;
            case COUNTED -> AbuseNoted.COUNTED;
            case NOTHING -> AbuseNoted.BROUGHT;
        };
    }

    private Relief find(Actor actor, ReliefId id) {
        Relief relief = rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("support.absent"));
        rights.seen(actor, relief.staff());
        return relief;
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }
}
