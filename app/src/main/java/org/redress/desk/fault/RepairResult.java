package org.redress.desk.fault;

import java.util.Set;
import org.redress.platform.text.PossibleSteps;
import org.redress.platform.text.Words;

/** What came of a wish to move a work order on. */
public sealed interface RepairResult {

    /** Done and recorded; the fault as it stands now. */
    record Done(Fault fault) implements RepairResult {}

    /**
     * Not possible as things are; nothing was written.
     *
     * @param state in which it is
     * @param legal what is possible instead
     */
    record Refused(RepairState state, Set<RepairStep> legal) implements RepairResult {

        public String text(Words words) {
            return PossibleSteps.text(
                    words,
                    words.text("fault.state." + state),
                    legal.stream().map(step -> words.text("fault.step." + step)));
        }
    }
}
