package org.redress.desk.recovery.install;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.install_wish}. */
@Repository
class InstallWishRows {

    static final String WAITING = """
            select distinct on (w.install) w.* from recovery.install_wish w
              join recovery.install i on i.bureau = w.bureau and i.id = w.install and i.version = w.version
             where w.bureau = :bureau and w.install = any(:installs)
             order by w.install, w.wished_at desc
            """;

    private final JdbcClient jdbc;

    InstallWishRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody wishes it so. */
    void put(Actor actor, Install wished, Instant at) {
        jdbc.sql("""
                        insert into recovery.install_wish (bureau, install, version, wished_by, done, ours, wished_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, install, version, wished_by)
                        do update set done = excluded.done, ours = excluded.ours, wished_at = excluded.wished_at
                        """)
                .params(
                        actor.bureau().value(),
                        wished.id().value(),
                        wished.version(),
                        actor.staff().value(),
                        Objects.requireNonNull(wished.done()),
                        wished.ours(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether somebody else wishes it so, as it stands. */
    boolean another(Actor actor, Install wished) {
        return jdbc.sql("""
                        select exists (select from recovery.install_wish
                                        where bureau = ? and install = ? and version = ? and wished_by <> ? and done = ? and ours = ?)
                        """)
                .params(
                        actor.bureau().value(),
                        wished.id().value(),
                        wished.version(),
                        actor.staff().value(),
                        Objects.requireNonNull(wished.done()),
                        wished.ours())
                .query(Boolean.class)
                .single();
    }

    /** What was wished last of each of these, where it stands as it did then. */
    Map<InstallId, InstallWish> waiting(BureauId bureau, Collection<Install> ones) {
        return jdbc
                .sql(WAITING)
                .param("bureau", bureau.value())
                .param("installs", ones.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query((row, n) -> new InstallWish(
                        new InstallId(row.getObject("install", UUID.class)),
                        new StaffId(row.getObject("wished_by", UUID.class)),
                        row.getObject("done", LocalDate.class),
                        row.getBoolean("ours"),
                        Moments.get(row, "wished_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(InstallWish::install, Function.identity()));
    }
}
