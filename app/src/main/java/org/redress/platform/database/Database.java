package org.redress.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The product's one database: the one that {@code redress.db} or {@code REDRESS_DB_URL} names, else the embedded one in
 * {@code redress.data}. With {@code redress.attach=true} an embedded one that already runs is used.
 */
@Configuration(proxyBeanMethods = false)
class Database {

    private static final int CONNECTIONS = 24;

    @Bean
    RunningDatabase runningDatabase(Environment environment) {
        String url = environment.getProperty("redress.db", environment.getProperty("REDRESS_DB_URL", ""));
        if (!url.isBlank()) {
            return DatabaseUrl.parse(url.strip());
        }
        Path data = Path.of(environment.getProperty("redress.data", "data"));
        Optional<RunningDatabase> running = environment.getProperty("redress.attach", boolean.class, false)
                ? EmbeddedPostgres.attach(data)
                : Optional.empty();
        // The framework runs its handlers after it has closed the contexts, so the server outlives their pools.
        return running.orElseGet(() -> EmbeddedPostgres.start(
                data, end -> SpringApplication.getShutdownHandlers().add(end)));
    }

    @Bean
    HikariDataSource dataSource(RunningDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("redress");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "redress");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> announcement(RunningDatabase database) {
        return event ->
                database.announce("http://localhost:" + event.getWebServer().getPort());
    }
}
