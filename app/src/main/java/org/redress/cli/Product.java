package org.redress.cli;

import java.util.ArrayList;
import java.util.List;
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
        return open(where, false);
    }

    /** With the work that it does by itself. */
    static Product atWork(Where where) {
        return open(where, true);
    }

    private static Product open(Where where, boolean jobs) {
        List<String> arguments = new ArrayList<>(where.arguments());
        arguments.add("--redress.attach=true");
        arguments.add("--redress.jobs=" + jobs);
        return new Product(new SpringApplicationBuilder(Redress.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new)));
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
