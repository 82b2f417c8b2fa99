package org.redress.improve.insight;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places that tickets name. */
@Component
public class Places {

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each once, by name; found by skipping through their index, not by reading every ticket. */
    public List<String> list(Actor actor, int limit) {
        return jdbc.sql("""
                        with recursive place (name) as (
                          (select place from insight.fact where bureau = :bureau and place > '' order by place limit 1)
                          union all
                          select (select f.place from insight.fact f where f.bureau = :bureau and f.place > p.name
                                   order by f.place limit 1)
                            from place p where p.name is not null
                        )
                        select name from place where name is not null limit :limit
                        """)
                .param("bureau", actor.bureau().value())
                .param("limit", limit)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
