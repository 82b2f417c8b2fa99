package org.redress.ground.identity;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the posts of every bureau may do. A bureau that is older than a part of the product gets that part's grants at the next start. */
@Component
class PostRows {

    private final JdbcTemplate jdbc;

    PostRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void allow(BureauId bureau) {
        List<Map.Entry<String, Grant>> grants = Posts.GRANTS.entrySet().stream()
                .flatMap(post -> post.getValue().stream().map(grant -> Map.entry(post.getKey(), grant)))
                .toList();
        jdbc.batchUpdate("""
                insert into identity.grant_of_post (bureau, post, action, kind, scope) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """, grants, grants.size(), (statement, entry) -> {
            statement.setInt(1, bureau.value());
            statement.setString(2, entry.getKey());
            statement.setString(3, entry.getValue().action().name());
            statement.setString(4, entry.getValue().kind());
            statement.setString(5, entry.getValue().scope().name());
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void bringUpToDate() {
        jdbc.queryForList("select bureau from identity.bureau", Integer.class)
                .forEach(bureau -> allow(new BureauId(bureau)));
    }
}
