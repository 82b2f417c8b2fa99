package org.redress.desk.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the database. */
@Component
class DraftRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    /** What became a contact is no draft, though a late save may have come after it. */
    private static final String STILL_ONE =
            " and not exists (select from contact.contact c where c.bureau = d.bureau and c.id = d.id)";

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes it if this window saved it last, or has seen what the last one saved; gives the version now.
     *
     * @param window that saves; the draft names the one that may save it next
     */
    Optional<Integer> save(BureauId bureau, StaffId staff, UUID window, Draft draft) {
        return jdbc.sql("""
                        insert into contact.draft as d (bureau, id, staff, page, begun_at, saved_at, typed)
                        values (:bureau, :id, :staff, :page, :begun, :now, :typed::jsonb)
                        on conflict (bureau, id) do update
                           set page = excluded.page, saved_at = excluded.saved_at, typed = excluded.typed,
                               version = d.version + 1
                         where d.staff = excluded.staff and (d.page = :window or d.version = :seen)
                        returning d.version
                        """)
                .param("bureau", bureau.value())
                .param("id", draft.id().value())
                .param("staff", staff.value())
                .param("page", draft.page())
                .param("begun", Moments.at(draft.begunAt()))
                .param("now", Moments.at(draft.savedAt()))
                .param("typed", JSON.writeValueAsString(draft.typed()))
                .param("seen", draft.version())
                .param("window", window)
                .query(Integer.class)
                .optional();
    }

    Optional<Draft> find(BureauId bureau, StaffId staff, ContactId id) {
        return jdbc.sql("select d.* from contact.draft d where d.bureau = ? and d.id = ? and d.staff = ?" + STILL_ONE)
                .params(bureau.value(), id.value(), staff.value())
                .query(DraftRows::draft)
                .optional();
    }

    List<Draft> list(BureauId bureau, StaffId staff, int limit) {
        return jdbc.sql("select d.* from contact.draft d where d.bureau = ? and d.staff = ?" + STILL_ONE
                        + " order by d.saved_at desc limit ?")
                .params(bureau.value(), staff.value(), limit)
                .query(DraftRows::draft)
                .list();
    }

    /** Whose the drafts with these ids are. */
    Map<UUID, StaffId> holders(BureauId bureau, Collection<UUID> ids) {
        return jdbc
                .sql("select id, staff from contact.draft where bureau = ? and id = any(?)")
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), new StaffId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives a draft to somebody else; the window of whoever had it cannot save it any more. */
    void handOver(BureauId bureau, ContactId id, StaffId to, UUID page) {
        jdbc.sql("update contact.draft set staff = ?, page = ?, version = version + 1 where bureau = ? and id = ?")
                .params(to.value(), page, bureau.value(), id.value())
                .update();
    }

    /** Throws away what is being typed about a customer; drafts are few. */
    void removeOf(BureauId bureau, CustomerId customer) {
        jdbc.sql("delete from contact.draft where bureau = ? and typed ->> 'customer' = ?")
                .params(bureau.value(), customer.value().toString())
                .update();
    }

    void removeSavedBefore(BureauId bureau, Instant moment) {
        jdbc.sql("delete from contact.draft where bureau = ? and saved_at < ?")
                .params(bureau.value(), Moments.at(moment))
                .update();
    }

    void remove(BureauId bureau, ContactId id) {
        jdbc.sql("delete from contact.draft where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .update();
    }

    void remove(BureauId bureau, StaffId staff, ContactId id) {
        jdbc.sql("delete from contact.draft where bureau = ? and id = ? and staff = ?")
                .params(bureau.value(), id.value(), staff.value())
                .update();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                new ContactId(row.getObject("id", UUID.class)),
                row.getObject("page", UUID.class),
                row.getInt("version"),
                Moments.get(row, "begun_at"),
                Moments.get(row, "saved_at"),
                JSON.readValue(row.getString("typed"), FIELDS));
    }
}
