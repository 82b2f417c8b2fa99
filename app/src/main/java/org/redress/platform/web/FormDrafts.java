package org.redress.platform.web;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written into forms, kept on the server until the form is sent: one draft for each person, thing and form, which
 * nobody else is shown. A draft belongs to the key of the form in whose window it was saved; once that key has been used it
 * is none any more, even where a save arrives late. A second window goes on with it only where it has seen it as it stands.
 */
@Component
public class FormDrafts {

    /** Characters; more than anybody writes. */
    public static final int LONGEST = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private static final String PLACE = " d.bureau = :bureau and d.staff = :staff and d.subject = :subject ";

    private static final String SENT =
            " exists (select from platform.form_key k where k.bureau = d.bureau and k.key = d.key) ";

    private static final String STANDING = "select d.form, d.version, d.saved_at, d.typed from platform.form_draft d ";

    private final JdbcClient jdbc;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where a draft belongs.
     *
     * @param staff whose it is
     * @param subject what the form is about
     * @param form its name: the address to which it is sent, e.g. {@code /cards/…/state}
     */
    public record Place(int bureau, UUID staff, UUID subject, String form) {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        /** A form is about what its address names first; one that names nothing is about itself. */
        public static Place of(int bureau, UUID staff, String form) {
            Matcher named = ID.matcher(form);
            UUID subject = named.find()
                    ? UUID.fromString(named.group())
                    : UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8));
            return new Place(bureau, staff, subject, form);
        }

        private Map<String, Object> params() {
            return Map.of("bureau", bureau, "staff", staff, "subject", subject, "form", form);
        }
    }

    /**
     * The window from which a form comes.
     *
     * @param key the form's own
     * @param seen the version of the draft that stood in it when it was opened; 0 where there was none
     */
    public record Window(String key, long seen) {}

    /** @param typed what stands in the form, by field */
    public record Draft(String form, long version, Instant savedAt, Map<String, String> typed) {}

    /**
     * Keeps what stands in a window.
     *
     * @throws Problem {@code form.draft.long} where it is longer than anybody writes
     */
    @Transactional
    public DraftKept save(Place place, Window window, Map<String, String> typed) {
        // Null bytes are nothing that was typed, and the database has no place for them.
        Map<String, String> fields = typed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().replace("\0", "")));
        if (fields.values().stream().mapToLong(String::length).sum() > LONGEST) {
            throw Problem.invalid("form.draft.long", null, LONGEST);
        }
        Instant now = clock.instant();
        boolean kept = jdbc.sql("""
                        insert into platform.form_draft as d (bureau, staff, subject, form, key, saved_at, typed)
                        select :bureau, :staff, :subject, :form, :key, :now, :typed::jsonb
                         where not exists (select from platform.form_key where bureau = :bureau and key = :key)
                        on conflict (bureau, staff, subject, form) do update
                           set key = excluded.key, version = excluded.version, saved_at = excluded.saved_at,
                               typed = excluded.typed
                         where d.key = excluded.key or d.version = :seen or
                        """ + SENT)
                        .params(place.params())
                        .param("key", FormKeys.parse(window.key()))
                        .param("seen", window.seen())
                        .param("now", Moments.at(now))
                        .param("typed", JSON.writeValueAsString(fields))
                        .update()
                == 1;
        return kept
                ? new DraftKept.Kept(now)
                : find(place)
                        .<DraftKept>map(draft -> new DraftKept.Elsewhere(draft.savedAt()))
                        .orElseGet(DraftKept.Sent::new);
    }

    /** What stands at a place for its writer, if anything does. */
    public Optional<Draft> find(Place place) {
        return jdbc.sql(STANDING + "where" + PLACE + "and d.form = :form and not" + SENT)
                .params(place.params())
                .query(FormDrafts::draft)
                .optional();
    }

    /** One's own about a thing, by form. */
    public Map<String, Draft> about(int bureau, UUID staff, UUID subject) {
        return byForm(jdbc.sql(STANDING + "where" + PLACE + "and not" + SENT)
                .param("bureau", bureau)
                .param("staff", staff)
                .param("subject", subject)
                .query(FormDrafts::draft)
                .list());
    }

    /** All of one's own, by form. */
    public Map<String, Draft> of(int bureau, UUID staff) {
        return byForm(jdbc.sql(STANDING + "where d.bureau = :bureau and d.staff = :staff and not" + SENT)
                .param("bureau", bureau)
                .param("staff", staff)
                .query(FormDrafts::draft)
                .list());
    }

    private static Map<String, Draft> byForm(List<Draft> drafts) {
        return drafts.stream().collect(Collectors.toMap(Draft::form, Function.identity()));
    }

    /**
     * What stood in a window is sent, or not wanted: gone, unless another window has gone on with it.
     *
     * @return whether anything stood there that is gone now
     */
    @Transactional
    public boolean clear(Place place, Window window) {
        return jdbc.sql("delete from platform.form_draft d where" + PLACE
                                + "and d.form = :form and (d.key = :key or d.version = :seen)")
                        .params(place.params())
                        .param("key", FormKeys.parse(window.key()))
                        .param("seen", window.seen())
                        .update()
                > 0;
    }

    /** Throws away everybody's about these things; how many there were. */
    @Transactional
    public int removeAbout(int bureau, Collection<UUID> subjects) {
        return jdbc.sql("delete from platform.form_draft where bureau = ? and subject = any(?)")
                .params(bureau, subjects.toArray(UUID[]::new))
                .update();
    }

    /** Throws away everybody's in which something stands, whatever they are about; how many there were. */
    @Transactional
    public int removeWhere(int bureau, Predicate<String> stands) {
        List<Long> versions =
                jdbc.sql(STANDING + "where d.bureau = ?").param(bureau).query(FormDrafts::draft).list().stream()
                        .filter(draft -> draft.typed().values().stream().anyMatch(stands))
                        .map(Draft::version)
                        .toList();
        return jdbc.sql("delete from platform.form_draft where bureau = ? and version = any(?)")
                .params(bureau, versions.toArray(Long[]::new))
                .update();
    }

    /** Throws away those that nobody has gone on with since a moment; how many there were. */
    @Transactional
    public int removeSavedBefore(int bureau, Instant moment) {
        return jdbc.sql("delete from platform.form_draft where bureau = ? and saved_at < ?")
                .params(bureau, Moments.at(moment))
                .update();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getString("form"),
                row.getLong("version"),
                Moments.get(row, "saved_at"),
                JSON.readValue(row.getString("typed"), FIELDS));
    }
}
