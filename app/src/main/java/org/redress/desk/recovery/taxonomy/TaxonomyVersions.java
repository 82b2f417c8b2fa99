package org.redress.desk.recovery.taxonomy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Taxonomy;
import org.redress.desk.recovery.TaxonomyChanging;
import org.redress.desk.recovery.taxonomy.TaxonomyVersion.Deed;
import org.redress.desk.recovery.taxonomy.TaxonomyVersion.Fate;
import org.redress.desk.recovery.taxonomy.TaxonomyVersion.What;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the taxonomy of a bureau, each time by a version with who and why. Codes stay for ever: a ticket keeps the type
 * that it was given, and the lineage says how it is counted. Everything needs {@code MANAGE taxonomy}.
 */
@Component
public class TaxonomyVersions {

    /** What the right is about. */
    public static final String KIND = "taxonomy";

    private static final int LEAF = 3;
    private static final int MOST_PARTS = 9;

    private final TaxonomyRows rows;
    private final FailureTypes types;
    private final NamePolicy names;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaxonomyVersions(
            TaxonomyRows rows, FailureTypes types, Trail trail, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.types = types;
        this.names = new NamePolicy();
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Another name for a type, or for one of the fifteen or a group. */
    @Transactional
    public TaxonomyResult rename(Actor actor, int seen, String code, NewType name, String why) {
        return change(actor, seen, What.RENAME, why, change -> {
            FailureType type = change.living(code, "type");
            FailureType.OwnName own = names.check(change.before, name, List.of(code));
            rows.rename(actor.bureau(), code, own);
            change.deeds.add(new Deed(code, Fate.RENAMED, own, type.own()));
        });
    }

    /** A telecom type below one of the fifteen. */
    @Transactional
    public TaxonomyResult add(Actor actor, int seen, String parent, NewType name, String why) {
        return change(actor, seen, What.ADD, why, change -> {
            if (change.living(parent, "parent").depth() != LEAF - 1) {
                throw Problem.invalid("taxonomy.parent", "parent");
            }
            change.begin(parent, names.check(change.before, name, List.of()));
        });
    }

    /**
     * Several types instead of one.
     *
     * @param into two or more
     * @param heir the place among them, from 0, of the one to which words lead that pointed at the old type
     */
    @Transactional
    public TaxonomyResult split(Actor actor, int seen, String code, List<NewType> into, int heir, String why) {
        return change(actor, seen, What.SPLIT, why, change -> {
            FailureType type = change.leaf(code, "type");
            if (into.size() < 2 || into.size() > MOST_PARTS) {
                throw Problem.invalid("taxonomy.split.parts", "zh", MOST_PARTS);
            }
            if (heir < 0 || heir >= into.size()) {
                throw Problem.invalid("taxonomy.split.heir", "heir");
            }
            List<FailureType.OwnName> own = new ArrayList<>();
            for (NewType part : into) {
                own.add(names.check(change.before, part, List.of(code), own));
            }
            change.end(type);
            for (int i = 0; i < own.size(); i++) {
                String fresh = change.begin(change.parent(type), own.get(i));
                rows.become(actor.bureau(), change.version, code, fresh, i == heir);
            }
        });
    }

    /** One type instead of several; it stands where the first of them stood. */
    @Transactional
    public TaxonomyResult merge(Actor actor, int seen, List<String> codes, NewType into, String why) {
        return change(actor, seen, What.MERGE, why, change -> {
            List<String> distinct = codes.stream().distinct().toList();
            if (distinct.size() < 2) {
                throw Problem.invalid("taxonomy.merge.few", "types");
            }
            List<FailureType> merged =
                    distinct.stream().map(code -> change.leaf(code, "types")).toList();
            FailureType.OwnName own = names.check(change.before, into, distinct);
            merged.forEach(change::end);
            String fresh = change.begin(change.parent(merged.getFirst()), own);
            merged.forEach(type -> rows.become(actor.bureau(), change.version, type.code(), fresh, true));
        });
    }

    /** No ticket can be of this type any more, and its words suggest nothing. */
    @Transactional
    public TaxonomyResult retire(Actor actor, int seen, String code, String why) {
        return change(actor, seen, What.RETIRE, why, change -> {
            FailureType type = change.leaf(code, "type");
            if (change.before.types().stream()
                            .filter(one -> one.leaf() && one.lives())
                            .count()
                    < 2) {
                throw Problem.invalid("taxonomy.retire.last", "type");
            }
            change.end(type);
        });
    }

    /** The versions below one, the newest first. Whoever may read tickets may read them. */
    public List<TaxonomyVersion> list(Actor actor, int below, int limit) {
        actor.require(Action.READ, "ticket");
        return rows.versions(actor.bureau(), below, limit);
    }

    private TaxonomyResult change(Actor actor, int seen, What what, String why, Consumer<Change> how) {
        actor.require(Action.MANAGE, KIND);
        String reason = NamePolicy.reason(why);
        events.publishEvent(new TaxonomyChanging(actor.bureau()));
        if (!rows.begin(actor, seen, what, reason, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            return new TaxonomyResult.Stale(types.taxonomy(actor.bureau()).version());
        }
        Change change = new Change(actor, types.taxonomy(actor.bureau()), seen + 1);
        how.accept(change);
        rows.tell(actor.bureau(), change.version, change.deeds);
        String fact = "{\"version\":" + change.version + ",\"what\":\"" + what + "\"}";
        trail.record(actor, "taxonomy.change", KIND, new UUID(0, change.version), fact);
        return new TaxonomyResult.Done(change.version);
    }

    /** A change while it is made, on the taxonomy as it was. */
    private final class Change {

        private final Actor actor;
        private final Taxonomy before;
        private final int version;
        private final List<Deed> deeds = new ArrayList<>();
        private int begun;

        Change(Actor actor, Taxonomy before, int version) {
            this.actor = actor;
            this.before = before;
            this.version = version;
        }

        FailureType living(String code, String field) {
            return before.find(code)
                    .filter(FailureType::lives)
                    .orElseThrow(() -> Problem.invalid("taxonomy.type.unknown", field));
        }

        FailureType leaf(String code, String field) {
            FailureType type = living(code, field);
            if (!type.leaf()) {
                throw Problem.invalid("taxonomy.type.unknown", field);
            }
            return type;
        }

        String parent(FailureType type) {
            return type.parent() == null ? "" : type.parent();
        }

        String begin(String parent, FailureType.OwnName name) {
            begun++;
            String code = "own-" + version + (begun == 1 ? "" : "-" + begun);
            rows.add(actor.bureau(), code, parent, name, version);
            deeds.add(new Deed(code, Fate.BEGUN, name, null));
            return code;
        }

        void end(FailureType type) {
            rows.end(actor.bureau(), type.code(), version);
            deeds.add(new Deed(type.code(), Fate.ENDED, type.own(), type.own()));
        }
    }
}
