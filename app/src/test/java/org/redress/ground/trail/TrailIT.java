package org.redress.ground.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressIT
class TrailIT {

    @Autowired
    Trail trail;

    @Autowired
    Offices offices;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_row_can_neither_be_changed_nor_taken_out() {
        Actor actor = offices.found();
        UUID subject = UUID.randomUUID();
        trail.record(actor, "ticket.open", "ticket", subject, "{\"why\":\"试\"}");
        int bureau = actor.bureau().value();
        assertThatThrownBy(() -> jdbc.update("update trail.entry set deed = 'x' where bureau = ?", bureau))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from trail.entry where bureau = ?", bureau))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(trail.of(actor, "ticket", subject, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.deed()).isEqualTo("ticket.open");
            assertThat(entry.staff()).isEqualTo(actor.staff());
        });
    }

    @Test
    void only_who_may_read_the_trail_reads_it() {
        Actor agent = offices.hire(offices.found(), Posts.AGENT, "5");
        assertThatThrownBy(() -> trail.of(agent, "ticket", UUID.randomUUID(), 10))
                .isInstanceOf(Problem.class);
    }
}
