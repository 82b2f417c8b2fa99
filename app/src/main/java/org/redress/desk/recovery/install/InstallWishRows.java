package org.redress.desk.recovery.install;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
            select w.* from recovery.install_wish w
              join recovery.install i on i.bureau = w.bureau and i.id = w.install and i.version = w.version
             where w.bureau = :bureau and w.install = any(:installs)
             order by w.install, w.ours, w.withdrawn, w.done, w.wished_at, w.wished_by
            """;

    static final String AUTHORS = """
            select distinct w.wished_by from recovery.install i
              join recovery.install_wish w on w.bureau = i.bureau and w.install = i.id and w.version = i.version
             where i.bureau = :bureau and i.wished = i.version
            """;

    private final JdbcClient jdbc;

    InstallWishRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody wishes it so, and that it waits as it stands. */
    void put(Actor actor, Install wished, Instant at) {
        jdbc.sql("""
                        insert into recovery.install_wish (bureau, install, version, wished_by, done, withdrawn, ours, wished_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, install, version, wished_by)
                        do update set done = excluded.done, withdrawn = excluded.withdrawn, ours = excluded.ours,
                               wished_at = excluded.wished_at
                        """)
                .params(
                        actor.bureau().value(),
                        wished.id().value(),
                        wished.version(),
                        actor.staff().value(),
                        wished.doneOn(),
                        wished.withdrawn(),
                        wished.ours(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update recovery.install set wished = version where bureau = ? and id = ? and version = ?")
                .params(actor.bureau().value(), wished.id().value(), wished.version())
                .update();
    }

    /** Who else wishes it so, as it stands. */
    List<StaffId> others(Actor actor, Install wished) {
        return jdbc.sql("""
                        select wished_by from recovery.install_wish
                         where bureau = ? and install = ? and version = ? and wished_by <> ? and done = ?
                           and withdrawn = ? and ours = ?
                        """)
                .params(
                        actor.bureau().value(),
                        wished.id().value(),
                        wished.version(),
                        actor.staff().value(),
                        wished.doneOn(),
                        wished.withdrawn(),
                        wished.ours())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whose wishes wait. */
    List<StaffId> authors(BureauId bureau) {
        return jdbc.sql(AUTHORS)
                .param("bureau", bureau.value())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What is wished of these as they stand; like wishes one after another, the oldest of them first. */
    List<InstallWish> waiting(BureauId bureau, Collection<Install> ones) {
        return jdbc.sql(WAITING)
                .param("bureau", bureau.value())
                .param("installs", ones.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query((row, n) -> new InstallWish(
                        new InstallId(row.getObject("install", UUID.class)),
                        new StaffId(row.getObject("wished_by", UUID.class)),
                        row.getObject("done", LocalDate.class),
                        row.getBoolean("withdrawn"),
                        row.getBoolean("ours"),
                        Moments.get(row, "wished_at")))
                .list();
    }
}
