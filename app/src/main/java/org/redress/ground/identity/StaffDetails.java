package org.redress.ground.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.redress.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in, with what their post may do. */
@Component
class StaffDetails implements UserDetailsService {

    private final JdbcClient jdbc;

    StaffDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String signIn) {
        return jdbc.sql("""
                        select s.*, s.bureau as of_bureau, b.*
                          from identity.staff s join identity.bureau b on b.bureau = s.bureau
                         where lower(s.sign_in) = lower(?)
                        """)
                .param(signIn)
                .query(this::signedIn)
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such sign-in name"));
    }

    private SignedIn signedIn(ResultSet row, int n) throws SQLException {
        Bureau bureau = Bureaus.bureau(row, n);
        Locale language = Staff.language(row.getString("language"));
        Actor actor = new Actor(
                bureau.id(),
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("number"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("post"),
                grants(bureau.id(), row.getString("post")),
                language == null ? Words.CHINESE : language,
                bureau.zone(),
                bureau.region(),
                bureau.jurisdiction());
        return new SignedIn(
                actor, bureau, language, row.getString("sign_in"), row.getString("password"), row.getBoolean("active"));
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
