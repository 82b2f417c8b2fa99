package org.redress.improve.insight.cases;

import java.time.Duration;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the cases that are due, one in a transaction, and counts their terms. A killed process goes on where it was. */
@Component
public class CaseWork {

    private static final Logger log = LoggerFactory.getLogger(CaseWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int COUNTED_AT_A_TIME = 200;

    private final CaseDue due;
    private final CaseWriter writer;
    private final CaseTermRows terms;
    private final Bureaus bureaus;
    private final TransactionTemplate transaction;

    CaseWork(
            CaseDue due,
            CaseWriter writer,
            CaseTermRows terms,
            Bureaus bureaus,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.writer = writer;
        this.terms = terms;
        this.bureaus = bureaus;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static RecurringJob caseWriting(ObjectProvider<CaseWork> work) {
        return new RecurringJob("insight.cases", PAUSE, () -> work.getObject().run());
    }

    /** Until nothing is due, or until it is interrupted; how many were looked at. */
    public int run() {
        int looked = 0;
        while (!Thread.currentThread().isInterrupted() && one()) {
            looked++;
        }
        while (!Thread.currentThread().isInterrupted() && count() > 0) {
            // Each round is a transaction.
        }
        return looked;
    }

    private int count() {
        Integer counted = transaction.execute(status -> terms.count(COUNTED_AT_A_TIME));
        return counted == null ? 0 : counted;
    }

    private boolean one() {
        CaseDue.Due[] taken = new CaseDue.Due[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                CaseDue.Due next = due.next().orElse(null);
                if (next == null) {
                    return false;
                }
                taken[0] = next;
                write(next);
                due.done(next);
                return true;
            }));
        } catch (RuntimeException e) {
            if (taken[0] == null) {
                throw e;
            }
            log.warn(
                    "case of ticket {} not written, will be tried again",
                    taken[0].ticket().value(),
                    e);
            due.putOff(taken[0], e);
            return true;
        }
    }

    /** A ticket that does not exist teaches nothing. */
    private void write(CaseDue.Due next) {
        try {
            writer.write(bureaus.command(bureaus.get(next.bureau())), next.ticket(), next.why());
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.NOT_FOUND) {
                throw problem;
            }
        }
    }
}
