package org.redress.ground.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of a bureau. */
@Component
public class Staff {

    /** Who acts when the command line or a job does. */
    public static final StaffId COMMAND = new StaffId(new UUID(0, 0));

    static final int SHORTEST_PASSWORD = 10;

    private static final String COLUMNS = """
            select s.id, s.sign_in, s.name, s.number, s.unit, u.name_zh, u.name_en, s.post, s.active, s.language
              from identity.staff s join identity.unit u on u.bureau = s.bureau and u.id = s.unit
            """;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Staff(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
    }

    /** Everybody of the bureau by staff number; at most some hundred rows. */
    public List<StaffMember> list(Actor actor) {
        return query(actor, COLUMNS + " where s.bureau = :bureau order by s.number", Map.of());
    }

    /** The members with these ids, in one query. */
    public Map<StaffId, StaffMember> members(Actor actor, Collection<StaffId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        UUID[] wanted = ids.stream().map(StaffId::value).distinct().toArray(UUID[]::new);
        return query(actor, COLUMNS + " where s.bureau = :bureau and s.id = any(:ids)", Map.of("ids", wanted)).stream()
                .collect(Collectors.toMap(StaffMember::id, Function.identity()));
    }

    /** What the members with these ids are called. */
    public Map<StaffId, String> names(Actor actor, Collection<StaffId> ids) {
        return members(actor, ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().name()));
    }

    public Optional<StaffMember> find(Actor actor, StaffId id) {
        return Optional.ofNullable(members(actor, List.of(id)).get(id));
    }

    public Optional<StaffMember> findByNumber(Actor actor, String number) {
        return query(actor, COLUMNS + " where s.bureau = :bureau and s.number = :number", Map.of("number", number))
                .stream()
                .findFirst();
    }

    /** Takes on a new member of staff. */
    @Transactional
    public StaffId add(
            Actor actor, String signIn, String password, String name, String number, UnitId unit, String post) {
        actor.require(Action.MANAGE, "staff");
        if (password.length() < SHORTEST_PASSWORD) {
            throw Problem.invalid("staff.password.short", "password", SHORTEST_PASSWORD);
        }
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                            insert into identity.staff (bureau, id, sign_in, password, name, number, unit, post)
                            values (:bureau, :id, :signIn, :password, :name, :number, :unit, :post)
                            """)
                    .param("bureau", actor.bureau().value())
                    .param("id", id)
                    .param("signIn", signIn)
                    .param("password", passwords.encode(password))
                    .param("name", name)
                    .param("number", number)
                    .param("unit", unit.value())
                    .param("post", post)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("staff.taken", signIn, number);
        }
        events.publishEvent(new StaffDeed(actor, "staff.add", new StaffId(id)));
        return new StaffId(id);
    }

    /** Sets a new password. */
    @Transactional
    public void changePassword(Actor actor, String signIn, String password) {
        actor.require(Action.MANAGE, "staff");
        if (password.length() < SHORTEST_PASSWORD) {
            throw Problem.invalid("staff.password.short", "password", SHORTEST_PASSWORD);
        }
        change(actor, signIn, "staff.password", "password = :value", passwords.encode(password));
    }

    /** Lets a member sign in, or no longer; what they did stays theirs. */
    @Transactional
    public void setActive(Actor actor, String signIn, boolean active) {
        actor.require(Action.MANAGE, "staff");
        change(actor, signIn, active ? "staff.admit" : StaffDeed.SHUT_OUT, "active = :value", active);
    }

    /** Remembers the language that this person chose for themselves. */
    @Transactional
    public void choose(Actor self, Locale language) {
        jdbc.sql(
                        "update identity.staff set language = :language, version = version + 1 where bureau = :bureau and id = :id")
                .param("language", language.toLanguageTag())
                .param("bureau", self.bureau().value())
                .param("id", self.staff().value())
                .update();
    }

    private void change(Actor actor, String signIn, String deed, String assignment, Object value) {
        StaffId changed = jdbc.sql("update identity.staff set " + assignment
                        + ", version = version + 1 where bureau = :bureau and lower(sign_in) = lower(:signIn)"
                        + " returning id")
                .param("value", value)
                .param("bureau", actor.bureau().value())
                .param("signIn", signIn)
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> Problem.absent("staff.absent", signIn));
        events.publishEvent(new StaffDeed(actor, deed, changed));
    }

    private List<StaffMember> query(Actor actor, String sql, Map<String, Object> params) {
        boolean chinese = "zh".equals(actor.language().getLanguage());
        return jdbc.sql(sql)
                .param("bureau", actor.bureau().value())
                .params(params)
                .query((row, n) -> new StaffMember(
                        new StaffId(row.getObject("id", UUID.class)),
                        row.getString("sign_in"),
                        row.getString("name"),
                        row.getString("number"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString(chinese ? "name_zh" : "name_en"),
                        row.getString("post"),
                        row.getBoolean("active"),
                        language(row.getString("language"))))
                .list();
    }

    static @Nullable Locale language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag);
    }
}
