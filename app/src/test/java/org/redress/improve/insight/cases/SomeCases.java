package org.redress.improve.insight.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.CauseId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases without tickets, for tests of what is done with cases. */
@Component
public class SomeCases {

    private final CaseTrial trial;
    private final JdbcClient jdbc;

    SomeCases(CaseTrial trial, JdbcClient jdbc) {
        this.trial = trial;
        this.jdbc = jdbc;
    }

    /** Cases with these words, each a day older than the one before it. */
    public List<TicketId> add(Actor command, List<String> words, CauseId cause, String place, Instant newest) {
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            UUID id = Ids.next();
            trial.add(command, List.of(new CaseTrial.Text(id, words.get(i))));
            jdbc.sql("""
                            update insight.recovery_case
                               set cause = ?, place = ?, failure_type = 'no-service', received_at = ?, closed_at = ?, subject = ?
                             where bureau = ? and ticket = ?
                            """)
                    .params(
                            cause.value(),
                            place,
                            newest.minusSeconds(86_400L * i).atOffset(ZoneOffset.UTC),
                            newest.minusSeconds(86_400L * i).atOffset(ZoneOffset.UTC),
                            words.get(i),
                            command.bureau().value(),
                            id)
                    .update();
            jdbc.sql(
                            "insert into insight.case_revision (bureau, ticket, revision, why, at) values (?, ?, 1, 'closed', ?)")
                    .params(command.bureau().value(), id, newest.atOffset(ZoneOffset.UTC))
                    .update();
            ids.add(new TicketId(id));
        }
        return ids;
    }
}
