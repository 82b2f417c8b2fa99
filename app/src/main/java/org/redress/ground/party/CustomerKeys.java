package org.redress.ground.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a file speaks of that is there already, and how much is known of them. */
@Repository
class CustomerKeys {

    private final JdbcClient jdbc;

    CustomerKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of a source that belong to somebody. */
    Set<String> numbers(BureauId bureau, String source, Collection<String> numbers) {
        return jdbc
                .sql("select value from party.identifying_key where bureau = ? and kind = ? and value = any(?)")
                .params(bureau.value(), "external:" + source, numbers.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Whose each of these keys is; of those alone that are somebody's. */
    Map<IdentifyingKey, CustomerId> owners(BureauId bureau, Collection<IdentifyingKey> keys) {
        Map<IdentifyingKey, CustomerId> owners = new HashMap<>();
        if (keys.isEmpty()) {
            return owners;
        }
        jdbc.sql("""
                        select k.kind, k.value, k.customer
                          from unnest(?::text[], ?::text[]) as wanted (kind, value)
                          join party.identifying_key k on k.bureau = ? and k.kind = wanted.kind and k.value = wanted.value
                        """)
                .params(
                        keys.stream().map(IdentifyingKey::kind).toArray(String[]::new),
                        keys.stream().map(IdentifyingKey::value).toArray(String[]::new),
                        bureau.value())
                .query(row -> {
                    owners.put(
                            new IdentifyingKey(row.getString(1), row.getString(2)),
                            new CustomerId(row.getObject(3, UUID.class)));
                });
        return owners;
    }

    /** Which of these owners have a number in the sources that these keys are of. */
    Numbered numbered(BureauId bureau, Map<IdentifyingKey, CustomerId> owners, Collection<IdentifyingKey> keys) {
        String[] kinds = keys.stream()
                .filter(IdentifyingKey::number)
                .map(IdentifyingKey::kind)
                .distinct()
                .toArray(String[]::new);
        if (kinds.length == 0 || owners.isEmpty()) {
            return new Numbered(Set.of());
        }
        return new Numbered(jdbc
                .sql(
                        "select customer, kind from party.identifying_key where bureau = ? and customer = any(?) and kind = any(?)")
                .params(
                        bureau.value(),
                        owners.values().stream()
                                .map(CustomerId::value)
                                .distinct()
                                .toArray(UUID[]::new),
                        kinds)
                .query((row, n) -> new Numbered.Holder(new CustomerId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }

    /** How many things are known of each: the name and every way in which they can be reached. */
    Map<CustomerId, Integer> facts(BureauId bureau, Collection<CustomerId> customers) {
        Map<CustomerId, Integer> facts = new HashMap<>();
        jdbc.sql("""
                        select c.id, case when c.name is null then 0 else 1 end
                                     + (select count(*) from party.contact_point p where p.bureau = c.bureau and p.customer = c.id)
                          from party.customer c where c.bureau = ? and c.id = any(?)
                        """)
                .params(
                        bureau.value(),
                        customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new))
                .query(row -> {
                    facts.put(new CustomerId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return facts;
    }
}
