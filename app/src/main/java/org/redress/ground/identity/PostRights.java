package org.redress.ground.identity;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which posts may do something: for telling those who may not whom to ask. */
@Component
public class PostRights {

    private final JdbcClient jdbc;

    PostRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The posts that may do it to anything of the whole bureau, the one that is nearest first. Texts by key {@code post.CODE}. */
    public List<String> holding(BureauId bureau, Action action, String kind) {
        return jdbc
                .sql("""
                        select distinct post from identity.grant_of_post
                         where bureau = ? and action = ? and kind in (?, '*') and scope = ?
                        """)
                .params(bureau.value(), action.name(), kind, Scope.BUREAU.name())
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .filter(Posts.CHOICES::contains)
                .sorted(Comparator.comparingInt(Posts.CHOICES::indexOf))
                .toList();
    }
}
