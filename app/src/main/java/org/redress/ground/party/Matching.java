package org.redress.ground.party;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the customers of a batch of drafts with a handful of statements. An identifying key belongs to one customer; the
 * primary key of {@code party.identifying_key} decides between two writers that meet a new customer at the same time.
 */
@Component
class Matching {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final CustomerKeys keys;
    private final Findable findable;

    Matching(JdbcTemplate jdbc, CustomerKeys keys, Findable findable) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.findable = findable;
    }

    private record Point(UUID customer, PointKind kind, String given) {}

    List<@Nullable CustomerId> match(BureauId bureau, List<CustomerDraft> drafts, Instant now) {
        List<List<IdentifyingKey>> named =
                drafts.stream().map(IdentifyingKey::of).toList();
        List<IdentifyingKey> all =
                named.stream().flatMap(List::stream).distinct().toList();
        Map<IdentifyingKey, CustomerId> owners = keys.owners(bureau, all);
        TreeMap<IdentifyingKey, CustomerId> claims = new TreeMap<>(IdentifyingKey.ORDER);
        Numbered numbered = keys.numbered(bureau, owners, all);
        named.forEach(ofDraft -> claim(ofDraft, numbered, owners, claims));
        settle(bureau, claims, owners);

        List<@Nullable CustomerId> result = new ArrayList<>(drafts.size());
        Map<UUID, CustomerDraft> newcomers = new HashMap<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            CustomerDraft draft = drafts.get(i);
            CustomerId known = numbered.owner(named.get(i), owners);
            if (known == null && draft.anonymous()) {
                result.add(null);
                continue;
            }
            CustomerId customer = known == null ? new CustomerId(Ids.next()) : known;
            newcomers.putIfAbsent(customer.value(), draft);
            addPoints(points, customer.value(), draft);
            result.add(customer);
        }
        Set<UUID> changed = write(bureau, newcomers, points, now);
        claims.keySet().stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .map(CustomerId::value)
                .filter(newcomers::containsKey)
                .forEach(changed::add);
        findable.index(bureau, changed);
        return result;
    }

    /** Gives the keys of one draft that nobody owns to the owner of the strongest that can be its own, or to a new customer. */
    private static void claim(
            List<IdentifyingKey> ofDraft,
            Numbered numbered,
            Map<IdentifyingKey, CustomerId> owners,
            Map<IdentifyingKey, CustomerId> claims) {
        if (ofDraft.isEmpty()) {
            return;
        }
        CustomerId known = numbered.owner(ofDraft, owners);
        CustomerId customer = known == null ? new CustomerId(Ids.next()) : known;
        for (IdentifyingKey key : ofDraft) {
            if (owners.putIfAbsent(key, customer) == null) {
                claims.put(key, customer);
            }
        }
        numbered.take(customer, ofDraft);
    }

    /** Writes the claims; where another writer was faster, its customer is taken instead. */
    private void settle(
            BureauId bureau, TreeMap<IdentifyingKey, CustomerId> claims, Map<IdentifyingKey, CustomerId> owners) {
        if (claims.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "insert into party.identifying_key (bureau, kind, value, customer) values (?, ?, ?, ?) on conflict do nothing",
                claims.entrySet(),
                BATCH,
                (statement, claim) -> {
                    statement.setInt(1, bureau.value());
                    statement.setString(2, claim.getKey().kind());
                    statement.setString(3, claim.getKey().value());
                    statement.setObject(4, claim.getValue().value());
                });
        owners.putAll(keys.owners(bureau, claims.keySet()));
    }

    private static void addPoints(List<Point> points, UUID customer, CustomerDraft draft) {
        add(points, customer, PointKind.PHONE, draft.phoneGiven() != null ? draft.phoneGiven() : draft.phone());
        add(points, customer, PointKind.EMAIL, draft.email());
        add(points, customer, PointKind.ADDRESS, draft.address());
    }

    private static void add(List<Point> points, UUID customer, PointKind kind, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            points.add(new Point(customer, kind, given));
        }
    }

    /**
     * Writes what is new, and holds every customer of the batch until the end of the transaction.
     *
     * @return those that are not as they were
     */
    private Set<UUID> write(BureauId bureau, Map<UUID, CustomerDraft> customers, List<Point> points, Instant now) {
        List<Map.Entry<UUID, CustomerDraft>> inOrder = List.copyOf(new TreeMap<>(customers).entrySet());
        int[][] written = jdbc.batchUpdate(
                "insert into party.customer (bureau, id, name, created_at) values (?, ?, ?, ?) "
                        + "on conflict (bureau, id) do update set name = coalesce(party.customer.name, excluded.name) "
                        + "where party.customer.name is null and excluded.name is not null",
                inOrder,
                BATCH,
                (statement, customer) -> {
                    statement.setInt(1, bureau.value());
                    statement.setObject(2, customer.getKey());
                    statement.setString(3, customer.getValue().name());
                    statement.setTimestamp(4, Timestamp.from(now));
                });
        int[][] added = jdbc.batchUpdate(
                "insert into party.contact_point (bureau, customer, kind, given) values (?, ?, ?, ?) on conflict do nothing",
                points,
                BATCH,
                (statement, point) -> {
                    statement.setInt(1, bureau.value());
                    statement.setObject(2, point.customer());
                    statement.setString(3, point.kind().name());
                    statement.setString(4, point.given());
                });
        Set<UUID> changed = new TreeSet<>();
        collect(written, i -> changed.add(inOrder.get(i).getKey()));
        collect(added, i -> changed.add(points.get(i).customer()));
        return changed;
    }

    /** The positions at which a batch wrote something, or did not say. */
    private static void collect(int[][] counts, IntConsumer position) {
        int at = 0;
        for (int[] batch : counts) {
            for (int count : batch) {
                if (count != 0) {
                    position.accept(at);
                }
                at++;
            }
        }
    }
}
