package org.redress.desk.care.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code care.preference} and {@code care.preference_step}. */
@Repository
class PreferenceRows {

    static final String STANDING = """
            select * from care.preference
             where bureau = :bureau and customer = :customer and withdrawn_at is null order by noted_at, id""";

    static final String ALL = """
            select * from care.preference
             where bureau = :bureau and customer = :customer order by noted_at desc, id desc limit :limit""";

    static final String STEPS = """
            select * from care.preference_step
             where bureau = :bureau and customer = :customer order by seq desc limit :limit""";

    private final JdbcClient jdbc;

    PreferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who note something of one customer stand in line until the transaction of the first has ended. */
    void hold(BureauId bureau, CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("preference." + customer.value(), (long) bureau.value())
                .query((row, n) -> 0)
                .list();
    }

    void add(BureauId bureau, Preference one, String folded) {
        jdbc.sql("""
                        insert into care.preference (bureau, id, customer, kind, words, folded, origin, noted_by, noted_at, last_at)
                        values (:bureau, :id, :customer, :kind, :words, :folded, :origin, :by, :at, :at)
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("customer", one.customer().value())
                .param("kind", one.kind().name())
                .param("words", one.words())
                .param("folded", folded)
                .param("origin", one.origin().name())
                .param("by", one.notedBy().value())
                .param("at", Moments.at(one.notedAt()))
                .update();
    }

    void add(BureauId bureau, CustomerId customer, PreferenceStep step) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("preference", step.preference().value());
        row.put("customer", customer.value());
        row.put("what", step.what().name());
        row.put("by", step.by().value());
        row.put("at", Moments.at(step.at()));
        row.put("reason", step.words());
        row.put("remark", step.remark());
        ContactId contact = step.occasion().contact();
        TicketId ticket = step.occasion().ticket();
        row.put("contact", contact == null ? null : contact.value());
        row.put("ticket", ticket == null ? null : ticket.value());
        jdbc.sql("""
                        insert into care.preference_step (bureau, preference, customer, what, staff, at, reason, remark, contact, ticket)
                        values (:bureau, :preference, :customer, :what, :by, :at, :reason, :remark, :contact, :ticket)
                        """).params(row).update();
    }

    /** @return whether it still held */
    boolean confirm(BureauId bureau, PreferenceId id, Instant at) {
        return jdbc.sql("""
                        update care.preference set last_at = greatest(last_at, ?)
                         where bureau = ? and id = ? and withdrawn_at is null
                        """).params(Moments.at(at), bureau.value(), id.value()).update() == 1;
    }

    /** @return whether it still held */
    boolean withdraw(BureauId bureau, PreferenceId id, Instant at) {
        return jdbc.sql("""
                        update care.preference set withdrawn_at = ?
                         where bureau = ? and id = ? and withdrawn_at is null
                        """).params(Moments.at(at), bureau.value(), id.value()).update() == 1;
    }

    Optional<Preference> find(BureauId bureau, PreferenceId id) {
        return jdbc.sql("select * from care.preference where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(PreferenceRows::preference)
                .optional();
    }

    /** The one that says the same and holds. */
    Optional<Preference> same(BureauId bureau, CustomerId customer, PreferenceKind kind, String folded) {
        return jdbc.sql("""
                        select * from care.preference
                         where bureau = ? and customer = ? and kind = ? and folded = ? and withdrawn_at is null
                        """)
                .params(bureau.value(), customer.value(), kind.name(), folded)
                .query(PreferenceRows::preference)
                .optional();
    }

    List<Preference> standing(BureauId bureau, CustomerId customer) {
        return jdbc.sql(STANDING)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .query(PreferenceRows::preference)
                .list();
    }

    List<Preference> all(BureauId bureau, CustomerId customer, int limit) {
        return jdbc.sql(ALL)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .param("limit", limit)
                .query(PreferenceRows::preference)
                .list();
    }

    List<PreferenceStep> steps(BureauId bureau, CustomerId customer, int limit) {
        return jdbc.sql(STEPS)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .param("limit", limit)
                .query(PreferenceRows::step)
                .list();
    }

    private static Preference preference(ResultSet row, int n) throws SQLException {
        return new Preference(
                new PreferenceId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer", UUID.class)),
                PreferenceKind.valueOf(row.getString("kind")),
                row.getString("words"),
                Origin.valueOf(row.getString("origin")),
                new StaffId(row.getObject("noted_by", UUID.class)),
                Moments.get(row, "noted_at"),
                Moments.get(row, "last_at"),
                Moments.find(row, "withdrawn_at"));
    }

    private static PreferenceStep step(ResultSet row, int n) throws SQLException {
        UUID contact = row.getObject("contact", UUID.class);
        UUID ticket = row.getObject("ticket", UUID.class);
        return new PreferenceStep(
                new PreferenceId(row.getObject("preference", UUID.class)),
                PreferenceStep.What.valueOf(row.getString("what")),
                new StaffId(row.getObject("staff", UUID.class)),
                Moments.get(row, "at"),
                row.getString("reason"),
                row.getString("remark"),
                new Occasion(
                        contact == null ? null : new ContactId(contact), ticket == null ? null : new TicketId(ticket)));
    }
}
