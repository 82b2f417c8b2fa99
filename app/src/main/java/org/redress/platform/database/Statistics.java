package org.redress.platform.database;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the planner knows of the sizes of tables. Autovacuum learns it within a minute or so; whoever fills empty tables
 * faster than that is planned for as if they were empty, and reads them whole for every foreign key and every search.
 */
@Component
public class Statistics {

    private final JdbcTemplate jdbc;

    Statistics(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Learns them now: a sample of every table, in well under a second. */
    public void learn() {
        jdbc.execute("analyze");
    }
}
