package org.redress.improve.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of customers that rates are counted against, kept by the bureau. */
@Component
public class CustomerBases {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    CustomerBases(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Every figure, by place and day; some hundred at most. */
    public List<CustomerBase> list(Actor actor) {
        actor.require(Action.READ, Preventions.KIND);
        return jdbc.sql("""
                        select place, from_day, customers, source from insight.customer_base
                         where bureau = ? order by place, from_day
                        """)
                .param(actor.bureau().value())
                .query((row, n) -> new CustomerBase(
                        row.getString("place"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("customers"),
                        row.getString("source")))
                .list();
    }

    /** Sets the figure that holds from a day on; the same day again corrects it. */
    @Transactional
    public void set(Actor actor, CustomerBase base) {
        actor.require(Action.MANAGE, Causes.KIND);
        if (base.customers() <= 0) {
            throw Problem.invalid("base.customers", "customers");
        }
        if (base.source().isBlank() || base.source().length() > LONGEST) {
            throw Problem.invalid("base.source", "source", LONGEST);
        }
        jdbc.sql("""
                        insert into insight.customer_base (bureau, place, from_day, customers, source, set_by, set_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, place, from_day) do update
                           set customers = excluded.customers, source = excluded.source, set_by = excluded.set_by,
                               set_at = excluded.set_at
                        """)
                .params(
                        actor.bureau().value(),
                        base.place().strip(),
                        base.from(),
                        base.customers(),
                        base.source().strip(),
                        actor.staff().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        trail.record(
                actor,
                "base.set",
                "bureau",
                new UUID(0, actor.bureau().value()),
                "{\"from\":\"%s\",\"customers\":%d}".formatted(base.from(), base.customers()));
    }
}
