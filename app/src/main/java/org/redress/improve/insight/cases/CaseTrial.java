package org.redress.improve.insight.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the case base of a bureau with texts that have no tickets, to measure how well and how fast cases are found. */
@Component
public class CaseTrial {

    private static final int BATCH = 500;

    private final JdbcTemplate batch;
    private final SimilarParts parts;
    private final Clock clock;

    CaseTrial(JdbcTemplate batch, SimilarParts parts, Clock clock) {
        this.batch = batch;
        this.parts = parts;
        this.clock = clock;
    }

    /** What is asked with these words, of the type that they tell, as while somebody types. */
    public Asked typed(Actor actor, String words) {
        return Asked.words(words, parts.suggested(actor, "", words));
    }

    /** A text that stands for a case. */
    public record Text(UUID id, String words) {}

    /** Adds texts as cases that stand. */
    @Transactional
    public void add(Actor command, List<Text> texts) {
        command.require(Action.MANAGE, "cause");
        Instant now = clock.instant();
        java.sql.Timestamp at = java.sql.Timestamp.from(now);
        int bureau = command.bureau().value();
        batch.batchUpdate("""
                insert into insight.recovery_case
                  (bureau, ticket, revision, standing, kind, subject, said, answer, settlement, service, place, channel,
                   reopened, received_at, closed_at, written_at)
                values (?, ?, 1, true, ?, '', ?, '', '', ?, '', ?, 0, ?, ?, ?)
                """, texts, BATCH, (statement, one) -> {
            statement.setInt(1, bureau);
            statement.setObject(2, one.id());
            statement.setString(3, TicketKind.COMPLAINT.name());
            statement.setString(4, one.words());
            statement.setString(5, Service.OTHER.name());
            statement.setString(6, Channel.OTHER.name());
            statement.setTimestamp(7, at);
            statement.setTimestamp(8, at);
            statement.setTimestamp(9, at);
        });
        batch.batchUpdate("""
                insert into insight.case_terms (bureau, ticket, standing, length, terms)
                values (?, ?, true, ?, array_to_tsvector(?::text[]))
                """, texts, BATCH, (statement, one) -> {
            CaseTerms terms = CaseTerms.of(one.words());
            statement.setInt(1, bureau);
            statement.setObject(2, one.id());
            statement.setInt(3, terms.length());
            statement.setArray(
                    4,
                    statement
                            .getConnection()
                            .createArrayOf("text", terms.counts().keySet().toArray()));
        });
    }

    /** Counts the terms of all cases of a bureau in one pass, and lets the database know how much there is. */
    @Transactional
    public void count(Actor command) {
        command.require(Action.MANAGE, "cause");
        int bureau = command.bureau().value();
        batch.update("delete from insight.case_term where bureau = ?", bureau);
        batch.update("""
                insert into insight.case_term (bureau, term, cases)
                select ?, word, ndoc from ts_stat('select terms from insight.case_terms where bureau = ' || ?)
                """, bureau, bureau);
        batch.update("""
                insert into insight.case_count (bureau, cases, length)
                select bureau, count(*), sum(length) from insight.case_terms where bureau = ? group by bureau
                on conflict (bureau) do update set cases = excluded.cases, length = excluded.length
                """, bureau);
    }

    /** Lets the database know how much there is; outside of a transaction. */
    public void settle() {
        batch.execute("vacuum analyze insight.case_terms");
        batch.execute("analyze insight.recovery_case");
        batch.execute("analyze insight.case_term");
    }

    /** The same ids, for whoever reads a list of cases. */
    public static List<UUID> ids(List<SimilarCase> found) {
        List<UUID> ids = new ArrayList<>();
        for (SimilarCase one : found) {
            TicketId ticket = one.found().ticket();
            ids.add(ticket.value());
        }
        return ids;
    }
}
