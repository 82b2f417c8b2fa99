package org.redress.improve.quality.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quality.relief} with the contacts that brought each and what happened to it. */
@Repository
class ReliefRows {

    static final String OF_STAFF = "staff = :staff order by granted_at desc, id desc limit :limit";

    static final String LAPSED = "rest = 'OPEN' and use_until < :now order by use_until, id limit :limit";

    /** Words that are owed to people of some units, by when they fall due. */
    static final String OWED = "word_by is null and unit = any(:units) order by word_due_at, id limit :limit";

    static final String BROUGHT_BY = """
            select distinct r.relief from quality.contact_fact f
              join quality.relief_contact r on r.bureau = f.bureau and r.contact = f.contact
             where f.bureau = ? and f.customer = ?
            """;

    private final JdbcClient jdbc;

    ReliefRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change of a person's reliefs at a time, to the end of the transaction. */
    void hold(BureauId bureau, StaffId staff) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("relief." + staff.value(), (long) bureau.value())
                .query((row, n) -> 0)
                .list();
    }

    int nextNumber(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('quality.relief'), ?)")
                .param(bureau.value())
                .query((row, n) -> 0)
                .list();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from quality.relief where bureau = ?")
                .param(bureau.value())
                .query(Integer.class)
                .single();
    }

    void add(BureauId bureau, Relief relief) {
        Map<String, Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", relief.id().value());
        row.put("number", relief.number());
        row.put("staff", relief.staff().value());
        row.put("unit", relief.unit().value());
        row.put("granted", Moments.at(relief.grantedAt()));
        row.put("minutes", relief.minutes());
        row.put("until", Moments.at(relief.useUntil()));
        row.put("due", Moments.at(relief.wordDueAt()));
        jdbc.sql("""
                        insert into quality.relief (bureau, id, number, staff, unit, granted_at, minutes, use_until, word_due_at)
                        values (:bureau, :id, :number, :staff, :unit, :granted, :minutes, :until, :due)
                        """).params(row).update();
    }

    void bring(BureauId bureau, ReliefId relief, Collection<ContactFact> contacts) {
        contacts.forEach(
                one -> jdbc.sql("insert into quality.relief_contact (bureau, contact, relief) values (?, ?, ?)")
                        .params(bureau.value(), one.contact(), relief.value())
                        .update());
    }

    /** Those that contacts with a customer have brought. */
    List<UUID> broughtBy(BureauId bureau, CustomerId customer) {
        return jdbc.sql(BROUGHT_BY)
                .params(bureau.value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether the version was the one that was seen and its break was open. */
    boolean rest(BureauId bureau, ReliefId id, int version, Rest rest, Instant at) {
        return jdbc.sql("""
                        update quality.relief set rest = ?, rest_at = ?, version = version + 1
                         where bureau = ? and id = ? and version = ? and rest = 'OPEN'
                        """)
                        .params(rest.name(), Moments.at(at), bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    /** Whether the version was the one that was seen and the word was owed. */
    boolean say(BureauId bureau, ReliefId id, int version, StaffId by, String words, Instant at) {
        return jdbc.sql("""
                        update quality.relief set word_by = ?, word_at = ?, words = ?, version = version + 1
                         where bureau = ? and id = ? and version = ? and word_by is null
                        """)
                        .params(by.value(), Moments.at(at), words, bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    void event(BureauId bureau, ReliefId relief, String what, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into quality.relief_event (bureau, relief, seq, what, by, at)
                        select :bureau, :relief, coalesce(max(seq), 0) + 1, :what, :by, :at
                          from quality.relief_event where bureau = :bureau and relief = :relief
                        """)
                .param("bureau", bureau.value())
                .param("relief", relief.value())
                .param("what", what)
                .param("by", by.value())
                .param("at", Moments.at(at))
                .update();
    }

    Optional<Relief> find(BureauId bureau, ReliefId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** The right to a break that a person has and has not used. */
    Optional<Relief> open(BureauId bureau, StaffId staff) {
        return list(bureau, "staff = :staff and rest = 'OPEN'", Map.of("staff", staff.value())).stream()
                .findFirst();
    }

    List<Relief> list(BureauId bureau, String where, Map<String, Object> params) {
        return jdbc.sql("select * from quality.relief where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> relief(row))
                .list();
    }

    private static Relief relief(ResultSet row) throws SQLException {
        UUID by = row.getObject("word_by", UUID.class);
        Instant said = Moments.find(row, "word_at");
        return new Relief(
                new ReliefId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new StaffId(row.getObject("staff", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                Moments.get(row, "granted_at"),
                row.getInt("minutes"),
                Moments.get(row, "use_until"),
                Rest.valueOf(row.getString("rest")),
                Moments.find(row, "rest_at"),
                Moments.get(row, "word_due_at"),
                by == null || said == null ? null : new Relief.Word(new StaffId(by), said, row.getString("words")),
                row.getInt("version"));
    }
}
