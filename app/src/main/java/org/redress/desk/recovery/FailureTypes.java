package org.redress.desk.recovery;

import java.util.List;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauFounded;
import org.redress.platform.text.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The bureau's taxonomy of service failures: three groups, fifteen types, telecom types below them. */
@Component
public class FailureTypes {

    private final FailureTypeRows rows;

    FailureTypes(FailureTypeRows rows) {
        this.rows = rows;
    }

    /** The three groups with everything below them. */
    public List<FailureNode> tree(Actor actor) {
        actor.require(Action.READ, "ticket");
        return FailureNode.forest(rows.list(actor.bureau()));
    }

    /** The types that a ticket can be of, in the taxonomy's order. */
    public List<FailureType> leaves(Actor actor) {
        actor.require(Action.READ, "ticket");
        return rows.list(actor.bureau()).stream().filter(FailureType::leaf).toList();
    }

    /** Whether a ticket can be of this type. */
    public boolean exists(Actor actor, String code) {
        return rows.isLeaf(actor.bureau(), code);
    }

    /** The name of a type that a ticket can be of; a code that the message files do not know is its own name. */
    public static String name(Words words, String code) {
        return new FailureType(code, null, FailureType.LEAF).name(words);
    }

    @EventListener
    void layOut(BureauFounded founded) {
        rows.add(founded.bureau().id(), StandardTaxonomy.types());
    }
}
