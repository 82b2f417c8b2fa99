package org.redress.desk.fault.simulator;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.LineTest;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stands in for a test head until there is one. It says what the wires measure and never what is wrong with them; that is
 * judged by the product, as with a real one.
 */
@Component
public class LineSimulator implements LineTest {

    private final DefectRows rows;

    LineSimulator(DefectRows rows) {
        this.rows = rows;
    }

    /** Plants a defect into a line, in place of what was planted before. */
    @Transactional
    public void plant(Actor actor, LineId line, Defect defect) {
        actor.require(Action.MANAGE, "fault");
        rows.put(actor.bureau(), line, defect);
    }

    /** Makes a line sound again. */
    @Transactional
    public void mend(Actor actor, LineId line) {
        actor.require(Action.MANAGE, "fault");
        rows.remove(actor.bureau(), line);
    }

    @Override
    public CompletableFuture<Answer> measure(Actor actor, Line line) {
        return answer(line, rows.find(actor.bureau(), line.id()));
    }

    static CompletableFuture<Answer> answer(Line line, Optional<Defect> planted) {
        Defect defect = planted.orElse(null);
        if (defect != null && defect.kind() == Defect.Kind.DEAD) {
            return new CompletableFuture<>();
        }
        return CompletableFuture.completedFuture(
                defect != null && defect.kind() == Defect.Kind.BUSY
                        ? new Busy()
                        : new Measured(Pair.of(line).measure(defect)));
    }
}
