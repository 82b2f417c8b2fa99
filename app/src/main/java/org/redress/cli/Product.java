package org.redress.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.Redress;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.web.Problem;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product without its pages, for the time of one command. A server that runs on the same data is joined. */
final class Product implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Product open(Where where) {
        return open(where.properties());
    }

    /** On a data directory of its own. */
    static Product open(Path data) {
        return open(Map.of("redress.data", data.toString(), "redress.db", ""));
    }

    private static Product open(Map<String, Object> where) {
        Map<String, Object> properties = new HashMap<>(where);
        properties.put("redress.attach", "true");
        properties.put("redress.jobs", "false");
        return new Product(new SpringApplicationBuilder(Redress.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The command line acting for the one bureau of the installation. */
    Actor actor() {
        List<Bureau> bureaus = get(Bureaus.class).list();
        if (bureaus.isEmpty()) {
            throw Problem.absent("bureau.none");
        }
        return get(Bureaus.class).command(bureaus.getFirst());
    }

    @Override
    public void close() {
        context.close();
    }
}
