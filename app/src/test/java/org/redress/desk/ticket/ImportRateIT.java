package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.intake.Digest;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Value;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
class ImportRateIT {
    @Autowired
    ComplaintsTarget target;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JoinSeeker seeker;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Test
    void rate() {
        DeskFixture desk = new DeskFixture(bureaus, staff);
        String[] states = {"CLOSED", "CLOSED", "CLOSED", "RESOLVED", "IN_PROGRESS", "ACKNOWLEDGED", "PENDING", "CLOSED"
        };
        String[] subjects = {
            "宽带又断了要求退费",
            "话费多扣了钱没人管",
            "营业厅排队太久",
            "手机信号差打不通",
            "Internet speed too slow",
            "Billing error charged twice",
            "套餐没说清楚",
            "客服态度差"
        };
        Instant now = clock.instant();
        Thread spy = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    return;
                }
                jdbc.sql(
                                "select pid, extract(epoch from now()-query_start), wait_event_type, wait_event, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) from pg_stat_activity where datname = current_database() and state = 'active' and now()-query_start > interval '0.7 s' and pid <> pg_backend_pid()")
                        .query((r, n) -> "SLOW " + r.getInt(1) + " " + r.getDouble(2) + " " + r.getString(3) + "/"
                                + r.getString(4) + " " + r.getString(5))
                        .list()
                        .forEach(System.err::println);
            }
        });
        spy.setDaemon(true);
        spy.start();
        for (int b = 0; b < 40; b++) {
            List<MappedRow> rows = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                int n = b * 500 + i;
                Map<String, Value> values = new HashMap<>();
                values.put("subject", new Value.Text(subjects[n % 8] + (n % 50)));
                values.put("text", new Value.Text((subjects[n % 8] + "。用户反映多次，要求尽快处理并答复。").repeat(3)));
                values.put("phone", new Value.Phone("138" + (10000000 + n % 9000), "+86138" + (10000000 + n % 9000)));
                values.put("place", new Value.Text("区" + n % 300));
                values.put("state", new Value.Code(states[n % 8], ""));
                Instant at = now.minus(Duration.ofMinutes(n * 7L));
                values.put("received", new Value.Moment(at, "", true));
                rows.add(new MappedRow(n, "r" + n, new Digest(UUID.randomUUID()), values));
            }
            long t = System.nanoTime();
            new TransactionTemplate(transactions).execute(s -> target.take(desk.head, "rate", rows));
            System.err.println("BATCH " + b + " " + (System.nanoTime() - t) / 1_000_000 + " ms");
        }
    }
}
