package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
class DatabaseIT {

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_product_works_on_the_pool_of_the_database_that_it_was_given() {
        assertThat(pool.isRunning()).isTrue();
        assertThat(jdbc.sql("select current_setting('application_name')")
                        .query(String.class)
                        .single())
                .isEqualTo("redress");
    }

    @Test
    void the_migrations_of_all_modules_have_run() {
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where not success")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select to_regclass('platform.form_key') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
