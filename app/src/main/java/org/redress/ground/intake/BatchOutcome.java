package org.redress.ground.intake;

import java.util.ArrayList;
import java.util.List;

/** What became of the rows of a batch. */
final class BatchOutcome {

    private int created;
    private int updated;
    private int unchanged;
    private final List<RejectedRow> rejected = new ArrayList<>();

    void count(RowOutcome outcome, long line, List<String> cells) {
        switch (outcome) {
            case RowOutcome.Created created1 -> created++;
            case RowOutcome.Updated updated1 -> updated++;
            case RowOutcome.Unchanged unchanged1 -> unchanged++;
            case RowOutcome.Refused(var fault) -> reject(line, cells, List.of(fault));
        }
    }

    void reject(long line, List<String> cells, List<Fault> faults) {
        rejected.add(new RejectedRow(line, cells, faults));
    }

    int rows() {
        return created + updated + unchanged + rejected.size();
    }

    int created() {
        return created;
    }

    int updated() {
        return updated;
    }

    int unchanged() {
        return unchanged;
    }

    List<RejectedRow> rejected() {
        return rejected;
    }
}
