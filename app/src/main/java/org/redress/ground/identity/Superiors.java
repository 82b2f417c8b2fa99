package org.redress.ground.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands above whom, and who acts for somebody who is away. */
@Component
public class Superiors {

    /** The nearest holder of a post upwards from a unit; one who is here goes before one who is away. */
    private static final String HOLDER = """
            with recursive above as (
                select id, parent, 0 as height from identity.unit where bureau = :bureau and id = :unit
                union all
                select u.id, u.parent, a.height + 1
                  from above a join identity.unit u on u.bureau = :bureau and u.id = a.parent
                 where a.height < 16)
            select s.id
              from identity.staff s left join above a on a.id = s.unit
             where s.bureau = :bureau and s.post = :post and s.active
               and (a.id is not null or :anywhere)
             order by a.height nulls last,
                      exists (select from identity.absence away
                               where away.bureau = s.bureau and away.staff = s.id and :at >= away.from_at and :at < away.until_at),
                      s.number
             limit 1
            """;

    private static final String BELOW = """
            with recursive below as (
                select id, 0 as depth from identity.unit where bureau = :bureau and id = :unit
                union all
                select u.id, b.depth + 1
                  from below b join identity.unit u on u.bureau = :bureau and u.parent = b.id
                 where b.depth < 16)
            select distinct id from below
            """;

    private static final String DEPUTIES = """
            select distinct on (away.staff) away.staff, d.id from identity.absence away
              join identity.staff d on d.bureau = away.bureau and d.id = away.deputy and d.active
             where away.bureau = :bureau and away.staff = any(:people) and away.until_at > :at and away.from_at <= :at
             order by away.staff, away.from_at desc
            """;

    private final JdbcClient jdbc;

    Superiors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who holds a post for a unit: in it or in the nearest one above it; of a general manager there is one for all. Whoever is
     * away is stood in for by their deputy.
     */
    public Optional<StaffId> holder(BureauId bureau, UnitId unit, String post, Instant at) {
        return jdbc.sql(HOLDER)
                .param("bureau", bureau.value())
                .param("unit", unit.value())
                .param("post", post)
                .param("anywhere", post.equals(Posts.GENERAL_MANAGER))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .optional()
                .map(holder -> present(bureau, holder, at));
    }

    /** Who holds a post anywhere, the first by unit and number; whoever is away is stood in for. */
    public Optional<StaffMember.Place> first(BureauId bureau, String post, Instant at) {
        return jdbc.sql("""
                        select s.id, s.unit from identity.staff s join identity.unit u on u.bureau = s.bureau and u.id = s.unit
                         where s.bureau = ? and s.post = ? and s.active order by u.code, s.number limit 1
                        """)
                .params(bureau.value(), post)
                .query((row, n) -> new StaffMember.Place(
                        present(bureau, new StaffId(row.getObject(1, UUID.class)), at),
                        new UnitId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** A unit and those above it, the nearest first. */
    public List<UnitId> upwards(BureauId bureau, UnitId unit) {
        return jdbc.sql("""
                        with recursive up (id, parent, step) as (
                          select id, parent, 0 from identity.unit where bureau = :bureau and id = :unit
                          union all
                          select u.id, u.parent, up.step + 1 from identity.unit u join up on u.id = up.parent
                           where u.bureau = :bureau and up.step < 20)
                        select id from up order by step
                        """)
                .param("bureau", bureau.value())
                .param("unit", unit.value())
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
    }

    /** A unit and all below it, at any depth. */
    public List<UnitId> below(BureauId bureau, UnitId unit) {
        return jdbc.sql(BELOW)
                .param("bureau", bureau.value())
                .param("unit", unit.value())
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whether somebody is away at a moment, or has left for good. */
    public boolean away(BureauId bureau, StaffId person, Instant at) {
        return jdbc.sql("""
                        select exists (select from identity.absence
                                        where bureau = :bureau and staff = :person and until_at > :at and from_at <= :at)
                            or exists (select from identity.staff
                                        where bureau = :bureau and id = :person and not active)
                        """)
                .param("bureau", bureau.value())
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * Who hears of something that a person answers for in a unit: they themselves or who stands in for them, or where they have
     * left whoever leads it.
     */
    public StaffId hearing(BureauId bureau, StaffId person, UnitId unit, Instant at) {
        return active(bureau, person)
                ? present(bureau, person, at)
                : leader(bureau, unit, at).orElse(person);
    }

    /** Who leads a unit, or is the next above it. */
    public Optional<StaffId> leader(BureauId bureau, UnitId unit, Instant at) {
        return leaders(bureau, unit, at).findFirst();
    }

    /** Who leads a unit, then whoever stands above it, the nearest first; each is looked up when it is asked for. */
    public Stream<StaffId> leaders(BureauId bureau, UnitId unit, Instant at) {
        return Stream.of(Posts.HEAD, Posts.DIRECTOR, Posts.GENERAL_MANAGER)
                .flatMap(post -> holder(bureau, unit, post, at).stream());
    }

    private boolean active(BureauId bureau, StaffId person) {
        return jdbc.sql("select exists (select from identity.staff where bureau = ? and id = ? and active)")
                .params(bureau.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** The person, or their deputy where they are away and one is named. */
    public StaffId present(BureauId bureau, StaffId person, Instant at) {
        return deputies(bureau, List.of(person), at).getOrDefault(person, person);
    }

    /** Of these people those who are away and stood in for, and by whom; one query. */
    public Map<StaffId, StaffId> deputies(BureauId bureau, Collection<StaffId> people, Instant at) {
        return jdbc
                .sql(DEPUTIES)
                .param("bureau", bureau.value())
                .param("people", people.stream().map(StaffId::value).toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        Map.entry(new StaffId(row.getObject(1, UUID.class)), new StaffId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
