package org.redress.desk.recovery.authority;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members of staff declare of themselves: accounts for which they decide nothing. Everybody sees their own only. A
 * declaration can be withdrawn, but what was proposed while it stood is not theirs to decide.
 */
@Component
public class Kinships {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Trail trail;
    private final Clock clock;

    Kinships(JdbcClient jdbc, Customers customers, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Declares the account that a number, name or address finds; again with another relation changes it.
     *
     * @throws Problem {@code kin.absent} where nobody is found, {@code kin.many} where it is not clear who is meant
     */
    @Transactional
    public void declare(Actor self, String typed, Kinship.Relation relation) {
        self.require(Action.WRITE, Compensations.KIND);
        List<CustomerCard> found = typed.isBlank()
                ? List.of()
                : customers.find(self, typed.strip(), 2).cards();
        if (found.isEmpty()) {
            throw Problem.invalid("kin.absent", "customer");
        }
        if (found.size() > 1) {
            throw Problem.invalid("kin.many", "customer");
        }
        declare(self, found.getFirst().id(), relation);
    }

    /** Declares an account. A declaration with another relation ends, and this one begins; it is never written over. */
    @Transactional
    public void declare(Actor self, CustomerId customer, Kinship.Relation relation) {
        self.require(Action.WRITE, Compensations.KIND);
        end(self, customer, relation);
        int begun = jdbc.sql("""
                        insert into recovery.kin (bureau, staff, customer, relation, declared_at) values (?, ?, ?, ?, ?)
                        on conflict (bureau, staff, customer) where withdrawn_at is null do nothing
                        """)
                .params(
                        self.bureau().value(),
                        self.staff().value(),
                        customer.value(),
                        relation.name(),
                        Moments.at(clock.instant()))
                .update();
        if (begun > 0) {
            record(self, "kin.declare", customer);
        }
    }

    /** Takes a declaration back; nothing happens where there is none. */
    @Transactional
    public void withdraw(Actor self, CustomerId customer) {
        self.require(Action.WRITE, Compensations.KIND);
        if (end(self, customer, null) > 0) {
            record(self, "kin.withdraw", customer);
        }
    }

    /** Ends what is in force, unless it has the relation that is to stay. */
    private int end(Actor self, CustomerId customer, Kinship.@Nullable Relation staying) {
        return jdbc.sql("""
                        update recovery.kin set withdrawn_at = :now
                         where bureau = :bureau and staff = :staff and customer = :customer and withdrawn_at is null
                           and relation is distinct from :staying::text
                        """)
                .param("now", Moments.at(clock.instant()))
                .param("bureau", self.bureau().value())
                .param("staff", self.staff().value())
                .param("customer", customer.value())
                .param("staying", staying == null ? null : staying.name())
                .update();
    }

    private void record(Actor self, String deed, CustomerId customer) {
        trail.record(self, deed, "staff", self.staff().value(), "{\"customer\":\"" + customer.value() + "\"}");
    }

    /** One's own declarations, the latest first. */
    public List<Kinship> of(Actor self) {
        self.require(Action.WRITE, Compensations.KIND);
        return jdbc.sql("""
                        select customer, relation, declared_at from recovery.kin
                         where bureau = ? and staff = ? and withdrawn_at is null order by declared_at desc, customer limit ?
                        """)
                .params(self.bureau().value(), self.staff().value(), MOST)
                .query((row, n) -> new Kinship(
                        self.staff(),
                        new CustomerId(row.getObject("customer", UUID.class)),
                        Kinship.Relation.valueOf(row.getString("relation")),
                        Moments.get(row, "declared_at")))
                .list();
    }

    /** The customers behind declarations. */
    public Map<CustomerId, CustomerCard> customers(Actor self, List<Kinship> declared) {
        return customers.cards(self, declared.stream().map(Kinship::customer).toList());
    }

    /** A declaration: until when it stood, or null while it stands. */
    record Stood(
            StaffId staff, CustomerId customer, @Nullable Instant until) {}

    /** Every declaration of some accounts, whoever's, in force or not; one query. */
    List<Stood> of(BureauId bureau, Collection<CustomerId> customers) {
        return customers.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select staff, customer, withdrawn_at from recovery.kin where bureau = ? and customer = any(?)")
                        .params(
                                bureau.value(),
                                customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                        .query((row, n) -> new Stood(
                                new StaffId(row.getObject("staff", UUID.class)),
                                new CustomerId(row.getObject("customer", UUID.class)),
                                row.getObject("withdrawn_at") == null ? null : Moments.get(row, "withdrawn_at")))
                        .list();
    }

    /** Whether an account stood declared by somebody at any time since a moment, withdrawn meanwhile or not. */
    public boolean related(BureauId bureau, StaffId staff, @Nullable CustomerId customer, Instant since) {
        return customer != null
                && jdbc.sql("""
                                select exists (select from recovery.kin
                                                where bureau = ? and staff = ? and customer = ?
                                                  and (withdrawn_at is null or withdrawn_at > ?))
                                """)
                        .params(bureau.value(), staff.value(), customer.value(), Moments.at(since))
                        .query(Boolean.class)
                        .single();
    }
}
