package org.redress.ground.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.redress.platform.jobs.JobKind;
import org.redress.platform.jobs.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the customers findable who were there before they could be: some at a time, each time committed. */
@Component
class FindableJob {

    private static final String KIND = "party.findable";
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final Findable findable;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Jobs> jobs;

    FindableJob(
            JdbcClient jdbc, Findable findable, PlatformTransactionManager transactions, ObjectProvider<Jobs> jobs) {
        this.jdbc = jdbc;
        this.findable = findable;
        this.transaction = new TransactionTemplate(transactions);
        this.jobs = jobs;
    }

    @Bean
    static JobKind findableCustomers(ObjectProvider<FindableJob> job) {
        return new JobKind(KIND, argument -> job.getObject().run());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        boolean left = jdbc.sql("select exists (select from party.unfindable)")
                .query(Boolean.class)
                .single();
        if (left) {
            jobs.getObject().start(KIND, "all", "");
        }
    }

    void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> some()))) {
            // Each round is a transaction; a killed process goes on with the next.
        }
    }

    private record Left(int bureau, UUID customer) {}

    private boolean some() {
        List<Left> left = new ArrayList<>(jdbc.sql("""
                        delete from party.unfindable u using (
                            select bureau, customer from party.unfindable
                             order by bureau, customer limit ? for update skip locked) next
                         where u.bureau = next.bureau and u.customer = next.customer
                        returning u.bureau, u.customer
                        """)
                .param(AT_A_TIME)
                .query((row, n) -> new Left(row.getInt(1), row.getObject(2, UUID.class)))
                .list());
        Map<Integer, List<UUID>> byBureau = left.stream()
                .collect(Collectors.groupingBy(Left::bureau, Collectors.mapping(Left::customer, Collectors.toList())));
        byBureau.forEach((bureau, customers) -> {
            hold(bureau, customers);
            findable.index(new BureauId(bureau), customers);
        });
        return !left.isEmpty();
    }

    /** Against somebody who adds a number to one of them meanwhile. */
    private void hold(int bureau, List<UUID> customers) {
        jdbc.sql("select id from party.customer where bureau = ? and id = any(?) order by id for no key update")
                .params(bureau, customers.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
