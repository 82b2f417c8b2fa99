package org.redress.ground.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the customers of whom a file of other things speaks. Makes none. */
@Component
public class KnownCustomers {

    /** Sources are few, so each is asked by the key of the table. */
    static final String OF_NUMBERS = """
            with recursive key (kind) as (
                (select kind from party.identifying_key where bureau = :bureau order by kind limit 1)
                union all
                select (select k.kind from party.identifying_key k
                         where k.bureau = :bureau and k.kind > key.kind order by k.kind limit 1)
                  from key where key.kind is not null)
            select k.value, k.kind, k.customer
              from key
             cross join unnest(:numbers::text[]) as wanted (value)
              join party.identifying_key k on k.bureau = :bureau and k.kind = key.kind and k.value = wanted.value
             where key.kind like 'external:%'
            """;

    private final JdbcClient jdbc;

    KnownCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Customers by the number that a system gave them: the one who has it in this source, else whoever has it in others, which
     * may be several. Who has none is left out.
     */
    public Map<String, Set<CustomerId>> ofNumbers(Actor actor, String source, Collection<String> numbers) {
        actor.require(Action.READ, "customer");
        Map<String, Set<CustomerId>> own = new HashMap<>();
        Map<String, Set<CustomerId>> known = new HashMap<>();
        if (numbers.isEmpty()) {
            return known;
        }
        jdbc.sql(OF_NUMBERS)
                .param("bureau", actor.bureau().value())
                .param("numbers", numbers.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    Map<String, Set<CustomerId>> found = row.getString(2).equals("external:" + source) ? own : known;
                    found.computeIfAbsent(row.getString(1), number -> new HashSet<>())
                            .add(new CustomerId(row.getObject(3, UUID.class)));
                });
        known.putAll(own);
        return known;
    }

    /** Customers by telephone number in E.164; who has none is left out. */
    public Map<String, CustomerId> ofPhones(Actor actor, Collection<String> phones) {
        actor.require(Action.READ, "customer");
        Map<String, CustomerId> known = new HashMap<>();
        if (phones.isEmpty()) {
            return known;
        }
        jdbc.sql("""
                        select value, customer from party.identifying_key
                         where bureau = ? and kind = 'phone' and value = any(?)
                        """)
                .params(actor.bureau().value(), phones.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), new CustomerId(row.getObject(2, UUID.class)));
                });
        return known;
    }
}
