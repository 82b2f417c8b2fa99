package org.redress.ground.intake;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A target that keeps rows in a table of its own; two of its texts make it misbehave. */
@Component
class LedgerTarget implements IntakeTarget {

    static final String POISON = "makes the target fail";
    static final String REFUSED = "is refused";

    private final JdbcClient jdbc;
    private int diesAfter = Integer.MAX_VALUE;
    private boolean forgetful;
    private final Queue<WeakReference<MappedRow>> handed = new ConcurrentLinkedQueue<>();

    LedgerTarget(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                        create table if not exists test_ledger (
                            bureau int, source text, number text, state text, text text, received timestamptz,
                            id bigint generated always as identity, primary key (bureau, id))
                        """).update();
    }

    /** The process dies, as it were, when it is asked for the batch after so many. */
    void dieAfter(int batches) {
        diesAfter = batches;
    }

    /** How many of the rows that it was ever handed are still in memory. */
    long kept() {
        System.gc();
        return handed.stream().filter(row -> !row.refersTo(null)).count();
    }

    /** It answers for one row too few. */
    void forget(boolean one) {
        forgetful = one;
    }

    /** What kills a process is no exception that anything catches. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String label() {
        return "intake.rejected.line";
    }

    @Override
    public String label(String field) {
        return "intake.rejected.line";
    }

    @Override
    public String label(String field, String option) {
        return "intake.rejected.reason";
    }

    @Override
    public boolean open(Actor actor) {
        return true;
    }

    @Override
    public List<IntakeField> fields() {
        return Ledger.FIELDS;
    }

    @Override
    public List<Fault> check(MappedRow row) {
        return "forbidden".equals(row.text("subject")) ? List.of(Fault.of("required", "subject")) : List.of();
    }

    @Override
    public List<RowOutcome> take(Actor actor, String source, List<MappedRow> rows) {
        rows.forEach(row -> handed.add(new WeakReference<>(row)));
        if (diesAfter-- <= 0) {
            throw new Death();
        }
        List<RowOutcome> outcomes = new ArrayList<>();
        for (MappedRow row : rows) {
            outcomes.add(take(actor, source, row));
        }
        return forgetful ? outcomes.subList(1, outcomes.size()) : outcomes;
    }

    @Override
    public List<RowOutcome> foresee(Actor actor, String source, List<MappedRow> rows) {
        return forgetful ? Collections.nCopies(rows.size() - 1, RowOutcome.CREATED) : List.of();
    }

    private RowOutcome take(Actor actor, String source, MappedRow row) {
        if (POISON.equals(row.text("text"))) {
            throw new IllegalStateException(POISON);
        }
        if (REFUSED.equals(row.text("text"))) {
            return new RowOutcome.Refused(Fault.of("number.form", "share"));
        }
        @Nullable String state = row.code("state");
        if (row.number() != null) {
            int changed = jdbc.sql("""
                            update test_ledger set state = ?, text = ?
                             where bureau = ? and source = ? and number = ?
                            """)
                    .param(1, state)
                    .param(2, row.text("text"))
                    .param(3, actor.bureau().value())
                    .param(4, source)
                    .param(5, row.number())
                    .update();
            if (changed > 0) {
                return RowOutcome.UPDATED;
            }
        }
        jdbc.sql("insert into test_ledger (bureau, source, number, state, text, received) values (?, ?, ?, ?, ?, ?)")
                .param(1, actor.bureau().value())
                .param(2, source)
                .param(3, row.number())
                .param(4, state)
                .param(5, row.text("text"))
                .param(6, java.sql.Timestamp.from(Objects.requireNonNull(row.moment("received"))))
                .update();
        return RowOutcome.CREATED;
    }

    @Override
    public Set<String> known(Actor actor, String source, Collection<String> numbers) {
        return new HashSet<>(
                jdbc.sql("select number from test_ledger where bureau = ? and source = ? and number = any(?)")
                        .params(actor.bureau().value(), source, numbers.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
