package org.redress.ground.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts: a member of staff with what their post allows today, or the command line. */
@Component
public class Actors {

    private final JdbcClient jdbc;
    private final Bureaus bureaus;

    Actors(JdbcClient jdbc, Bureaus bureaus) {
        this.jdbc = jdbc;
        this.bureaus = bureaus;
    }

    /** A job acts for the person who started it: with the rights that the person has now, none once disabled. */
    public Actor of(BureauId bureau, StaffId person) {
        Bureau home = bureaus.get(bureau);
        if (person.equals(Staff.COMMAND)) {
            return bureaus.command(home);
        }
        return jdbc.sql("select * from identity.staff where bureau = ? and id = ?")
                .params(bureau.value(), person.value())
                .query((row, n) -> actor(home, row))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no member of staff " + person.value()));
    }

    /** Those of some people who may do something, in whatever scope; one query. */
    public Set<StaffId> allowed(BureauId bureau, Collection<StaffId> people, Action action, String kind) {
        return jdbc.sql("""
                        select s.id from identity.staff s
                         where s.bureau = :bureau and s.id = any(:people) and s.active
                           and exists (select from identity.grant_of_post g
                                        where g.bureau = s.bureau and g.post = s.post and g.action = :action
                                          and g.kind in (:kind, '*'))
                        """)
                .param("bureau", bureau.value())
                .param("people", people.stream().map(StaffId::value).toArray(UUID[]::new))
                .param("action", action.name())
                .param("kind", kind)
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .set();
    }

    /** Who acts behind the principal of a session; empty where it is not one of ours. */
    public static Optional<Actor> behind(Object principal) {
        return principal instanceof SignedIn person ? Optional.of(person.actor()) : Optional.empty();
    }

    /** The person with this sign-in name, for the framework to compare the password. */
    Optional<SignedIn> signingIn(String signIn) {
        return jdbc.sql("select * from identity.staff where lower(sign_in) = lower(?)")
                .param(signIn)
                .query((row, n) -> {
                    Bureau home = bureaus.get(new BureauId(row.getInt("bureau")));
                    return new SignedIn(
                            actor(home, row),
                            home,
                            Staff.language(row.getString("language")),
                            row.getString("sign_in"),
                            row.getString("password"),
                            row.getBoolean("active"));
                })
                .optional();
    }

    private Actor actor(Bureau home, ResultSet row) throws SQLException {
        Locale language = Staff.language(row.getString("language"));
        return new Actor(
                home.id(),
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("number"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("post"),
                row.getBoolean("active") ? grants(home.id(), row.getString("post")) : List.of(),
                language == null ? Words.CHINESE : language,
                home.zone(),
                home.region(),
                home.jurisdiction());
    }

    private List<Grant> grants(BureauId bureau, String post) {
        return jdbc.sql("select action, kind, scope from identity.grant_of_post where bureau = ? and post = ?")
                .params(bureau.value(), post)
                .query((row, n) -> new Grant(
                        Action.valueOf(row.getString("action")),
                        row.getString("kind"),
                        Scope.valueOf(row.getString("scope"))))
                .list();
    }
}
