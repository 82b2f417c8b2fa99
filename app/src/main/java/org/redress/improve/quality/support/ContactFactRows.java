package org.redress.improve.quality.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quality.contact_fact}. */
@Repository
class ContactFactRows {

    static final String LATEST = """
            select * from quality.contact_fact
             where bureau = :bureau and staff = :staff and at >= :since order by at desc, contact desc limit :limit""";

    /** Hard contacts of a person that have brought no relief yet. */
    static final String FRESH = """
            select f.* from quality.contact_fact f
             where f.bureau = :bureau and f.staff = :staff and f.at >= :since and f.hard <> '{}'
               and not exists (select from quality.relief_contact r where r.bureau = f.bureau and r.contact = f.contact)
             order by f.at, f.contact""";

    static final String LOADS = """
            select staff, count(*) filter (where at >= :today) as today, count(*) as all_of_them,
                   count(*) filter (where hard <> '{}') as hard
              from quality.contact_fact
             where bureau = :bureau and staff = any(:staff) and at >= :since group by staff""";

    private final JdbcClient jdbc;

    ContactFactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a newer version of a contact; what was said about abuse stays. Whether it was one. */
    boolean put(BureauId bureau, ContactFact fact, int version) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("contact", fact.contact());
        row.put("version", version);
        row.put("staff", fact.staff().value());
        row.put("unit", fact.unit().value());
        row.put("customer", fact.customer());
        row.put("ticket", fact.ticket());
        row.put("at", Moments.at(fact.at()));
        row.put("mood", fact.mood().name());
        row.put("took", fact.took() == null ? null : Math.toIntExact(fact.took().toSeconds()));
        row.put("hard", names(fact));
        return jdbc.sql("""
                        insert into quality.contact_fact as f
                          (bureau, contact, version, staff, unit, customer, ticket, at, mood, took_seconds, hard)
                        values (:bureau, :contact, :version, :staff, :unit, :customer, :ticket, :at, :mood, :took, :hard)
                        on conflict (bureau, contact) do update
                           set version = excluded.version, customer = excluded.customer, ticket = excluded.ticket
                         where excluded.version > f.version
                        """).params(row).update() == 1;
    }

    private static String[] names(ContactFact fact) {
        return fact.hard().stream().map(Hardness::name).sorted().toArray(String[]::new);
    }

    /** Whether it was said for the first time. */
    boolean abused(BureauId bureau, UUID contact, String words, Instant at) {
        return jdbc.sql("""
                        update quality.contact_fact set hard = hard || '{ABUSE}'::text[], abused_at = ?, abuse_words = ?
                         where bureau = ? and contact = ? and abused_at is null
                        """)
                        .params(Moments.at(at), words, bureau.value(), contact)
                        .update()
                == 1;
    }

    Optional<ContactFact> find(BureauId bureau, UUID contact) {
        return jdbc.sql("select * from quality.contact_fact where bureau = ? and contact = ?")
                .params(bureau.value(), contact)
                .query((row, n) -> fact(row))
                .optional();
    }

    List<ContactFact> latest(BureauId bureau, StaffId staff, Instant since, int limit) {
        return jdbc.sql(LATEST)
                .param("bureau", bureau.value())
                .param("staff", staff.value())
                .param("since", Moments.at(since))
                .param("limit", limit)
                .query((row, n) -> fact(row))
                .list();
    }

    List<ContactFact> fresh(BureauId bureau, StaffId staff, Instant since) {
        return jdbc.sql(FRESH)
                .param("bureau", bureau.value())
                .param("staff", staff.value())
                .param("since", Moments.at(since))
                .query((row, n) -> fact(row))
                .list();
    }

    /** How many contacts people took. */
    record Counted(long today, long all, long hard) {}

    Map<StaffId, Counted> loads(BureauId bureau, Collection<StaffId> people, Instant today, Instant since) {
        record Of(StaffId staff, Counted counted) {}
        return jdbc
                .sql(LOADS)
                .param("bureau", bureau.value())
                .param("staff", people.stream().map(StaffId::value).toArray(UUID[]::new))
                .param("today", Moments.at(today))
                .param("since", Moments.at(since))
                .query((row, n) -> new Of(
                        new StaffId(row.getObject("staff", UUID.class)),
                        new Counted(row.getLong("today"), row.getLong("all_of_them"), row.getLong("hard"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Of::staff, Of::counted));
    }

    private static ContactFact fact(ResultSet row) throws SQLException {
        Integer took = row.getObject("took_seconds", Integer.class);
        return new ContactFact(
                row.getObject("contact", UUID.class),
                new StaffId(row.getObject("staff", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("customer", UUID.class),
                row.getObject("ticket", UUID.class),
                Moments.get(row, "at"),
                Mood.valueOf(row.getString("mood")),
                took == null ? null : Duration.ofSeconds(took),
                Stream.of((String[]) row.getArray("hard").getArray())
                        .map(Hardness::valueOf)
                        .collect(Collectors.toSet()));
    }
}
