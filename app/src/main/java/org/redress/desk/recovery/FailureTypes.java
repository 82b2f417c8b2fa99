package org.redress.desk.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauFounded;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Remembered;
import org.redress.platform.text.OwnNames;
import org.redress.platform.text.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The bureau's taxonomy of service failures: three groups, fifteen types, telecom types below them. It is changed by
 * versions ({@code desk.recovery.taxonomy}); what a change ends stays known, so that history keeps its names and its figures.
 */
@Component
public class FailureTypes implements OwnNames {

    private static final String OF_ALL = "failure.";

    private final FailureTypeRows rows;
    private final Remembered<BureauId, Taxonomy> taxonomies;
    private final Remembered<BureauId, Map<String, FailureType.OwnName>> names;
    private final Clock clock;

    FailureTypes(FailureTypeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.taxonomies = new Remembered<>(rows::read);
        this.names = new Remembered<>(bureau -> rows.read(bureau).names());
    }

    /** The three groups with everything below them that is in force. */
    public List<FailureNode> tree(Actor actor) {
        return FailureNode.forest(taxonomy(actor).types());
    }

    /** The types that a ticket can be of, in the taxonomy's order. */
    public List<FailureType> leaves(Actor actor) {
        return taxonomy(actor).types().stream()
                .filter(type -> type.leaf() && type.lives())
                .toList();
    }

    /** The types that tickets of all times can be of below some of the fifteen: those that have ended too. */
    public List<FailureType> ever(Actor actor, Set<String> parents) {
        return taxonomy(actor).types().stream()
                .filter(type -> type.leaf() && type.parent() != null && parents.contains(type.parent()))
                .toList();
    }

    /** Everything that was ever in the taxonomy, with what has become of it. */
    public Taxonomy taxonomy(Actor actor) {
        actor.require(Action.READ, "ticket");
        return taxonomies.get(actor.bureau());
    }

    /** The same for what looks after a bureau by itself. */
    public Taxonomy taxonomy(BureauId bureau) {
        return taxonomies.get(bureau);
    }

    /** Whether a ticket can be of this type. */
    public boolean exists(Actor actor, String code) {
        return taxonomies
                .get(actor.bureau())
                .find(code)
                .filter(type -> type.leaf() && type.lives())
                .isPresent();
    }

    /**
     * The name of a type that a ticket can be or has been of, in words that know the bureau's own names: those of a page, or
     * {@link #over}. A code that nobody has named is its own name.
     */
    public static String name(Words words, String code) {
        return new FailureType(code, null, FailureType.LEAF).name(words);
    }

    @Override
    public Words over(int bureau, Words words) {
        BureauId of = new BureauId(bureau);
        return words.calling(key -> {
            FailureType.OwnName own = key.startsWith(OF_ALL) ? names.get(of).get(key) : null;
            return own == null ? null : own.in(words);
        });
    }

    /** Called in the transaction that changes the taxonomy of a bureau. */
    @EventListener
    void changing(TaxonomyChanging changing) {
        taxonomies.changing(changing.bureau());
        names.changing(changing.bureau());
    }

    @EventListener
    void layOut(BureauFounded founded) {
        BureauId bureau = founded.bureau().id();
        rows.add(bureau, StandardTaxonomy.types());
        rows.found(bureau, clock.instant());
        changing(new TaxonomyChanging(bureau));
        taxonomies.written(bureau);
        names.written(bureau);
    }
}
