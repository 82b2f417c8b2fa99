package org.redress.ground.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.database.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bureaus of this installation, their units, and who acts for them from the command line. */
@Component
public class Bureaus {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PostRows posts;
    private final ApplicationEventPublisher events;

    Bureaus(JdbcClient jdbc, PostRows posts, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.clock = clock;
        this.events = events;
    }

    public List<Bureau> list() {
        return jdbc.sql("select * from identity.bureau order by bureau")
                .query(Bureaus::bureau)
                .list();
    }

    public Optional<Bureau> find(BureauId id) {
        return jdbc.sql("select * from identity.bureau where bureau = ?")
                .param(id.value())
                .query(Bureaus::bureau)
                .optional();
    }

    public Bureau get(BureauId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no bureau " + id.value()));
    }

    /** Founds a bureau with the posts' permissions of {@link Posts}; other modules follow by {@link BureauFounded}. */
    @Transactional
    public Bureau found(
            String nameZh,
            String nameEn,
            ZoneId zone,
            String jurisdiction,
            String region,
            String currency,
            boolean demo) {
        int number = jdbc.sql("select coalesce(max(bureau), 0) + 1 from identity.bureau")
                .query(Integer.class)
                .single();
        Bureau bureau = new Bureau(new BureauId(number), nameZh, nameEn, zone, jurisdiction, region, currency, demo);
        jdbc.sql("""
                        insert into identity.bureau
                          (bureau, name_zh, name_en, zone, jurisdiction, region, currency, demonstration, founded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        nameZh,
                        nameEn,
                        zone.getId(),
                        jurisdiction,
                        region,
                        currency,
                        demo,
                        clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        posts.allow(bureau.id());
        events.publishEvent(new BureauFounded(bureau));
        return bureau;
    }

    public Unit addUnit(BureauId bureau, String code, String nameZh, String nameEn) {
        return addUnit(bureau, code, nameZh, nameEn, null);
    }

    /** @param parent the unit above, or null for one that stands directly under the bureau */
    @Transactional
    public Unit addUnit(BureauId bureau, String code, String nameZh, String nameEn, @Nullable UnitId parent) {
        Unit unit = new Unit(new UnitId(Ids.next()), code, nameZh, nameEn);
        jdbc.sql("""
                        insert into identity.unit (bureau, id, code, name_zh, name_en, parent)
                        values (:bureau, :id, :code, :zh, :en, :parent)
                        """)
                .param("bureau", bureau.value())
                .param("id", unit.id().value())
                .param("code", code)
                .param("zh", nameZh)
                .param("en", nameEn)
                .param("parent", parent == null ? null : parent.value())
                .update();
        return unit;
    }

    public List<Unit> units(BureauId bureau) {
        return jdbc.sql("select id, code, name_zh, name_en from identity.unit where bureau = ? order by code")
                .param(bureau.value())
                .query((row, n) -> new Unit(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .list();
    }

    /** The command line or a job acting for a bureau: may do everything there, and the trail says who it was. */
    public Actor command(Bureau bureau) {
        UnitId unit = units(bureau.id()).stream().map(Unit::id).findFirst().orElse(new UnitId(new UUID(0, 0)));
        return new Actor(
                bureau.id(),
                Staff.COMMAND,
                "redress",
                "0",
                unit,
                Posts.COMMAND,
                Posts.everything(),
                org.redress.platform.text.Words.ENGLISH,
                bureau.zone(),
                bureau.region(),
                bureau.jurisdiction());
    }

    static Bureau bureau(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Bureau(
                new BureauId(row.getInt("bureau")),
                row.getString("name_zh"),
                row.getString("name_en"),
                ZoneId.of(row.getString("zone")),
                row.getString("jurisdiction"),
                row.getString("region"),
                row.getString("currency"),
                row.getBoolean("demonstration"));
    }
}
