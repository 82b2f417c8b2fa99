package org.redress.ground.party;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which customers are reached by the same telephone number or mailbox, without saying which it is. */
@Component
public class SharedPoints {

    static final String SHARED = """
            select o.kind, o.given, o.customer from party.contact_point m
              join party.contact_point o on o.bureau = m.bureau and o.given = m.given and o.kind in ('PHONE', 'EMAIL')
             where m.bureau = :bureau and m.customer = :customer and m.kind in ('PHONE', 'EMAIL')
             order by o.given, o.customer limit :most
            """;

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    SharedPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody with a contact point of this customer's, by an id that stands for the point; only those that are shared. */
    public Map<UUID, Set<CustomerId>> of(Actor actor, CustomerId customer) {
        actor.require(Action.READ, "customer");
        Map<UUID, Set<CustomerId>> shared = new HashMap<>();
        jdbc.sql(SHARED)
                .param("bureau", actor.bureau().value())
                .param("customer", customer.value())
                .param("most", MOST)
                .query((row, n) -> shared.computeIfAbsent(
                                UUID.nameUUIDFromBytes((row.getString("kind") + " " + row.getString("given"))
                                        .getBytes(StandardCharsets.UTF_8)),
                                point -> new HashSet<>())
                        .add(new CustomerId(row.getObject("customer", UUID.class))))
                .list();
        shared.values().removeIf(who -> who.size() < 2);
        return shared;
    }
}
