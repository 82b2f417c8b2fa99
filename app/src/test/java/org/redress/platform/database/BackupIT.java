package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.support.TestDatabase;

class BackupIT {

    /** Every kind of column and rule that a module may use, beside the product's own tables. */
    private static final String THINGS = """
            create schema thing;
            create table thing.kind (
                bureau int, code text, parent text, first bigint,
                primary key (bureau, code), foreign key (bureau, parent) references thing.kind);
            create table thing."Item 件" (
                bureau int not null, id bigint generated always as identity primary key, "order" text, bytes bytea,
                facts jsonb, tags text[], numbers int[], price numeric(20, 6), seen timestamptz, day date,
                share double precision, yes boolean, length int generated always as (length("order")) stored,
                doubled numeric generated always as (price * 2) virtual, kind text not null,
                foreign key (bureau, kind) references thing.kind);
            alter table thing.kind add foreign key (first) references thing."Item 件";
            create table thing.part (bureau int, at date, text text) partition by range (at);
            create table thing.part_2025 partition of thing.part for values from ('2025-01-01') to ('2026-01-01');
            create table thing.part_2026 partition of thing.part for values from ('2026-01-01') to ('2027-01-01');
            create sequence thing.number start 5000 increment 10;
            create function thing.refuse() returns trigger language plpgsql as $$
                begin raise exception 'kept for ever'; end $$;
            create trigger kept before update or delete on thing.part for each row execute function thing.refuse();
            create trigger kept_whole before truncate on thing.part for each statement execute function thing.refuse();
            create trigger no_more before insert on thing.kind for each row when (new.code = 'new')
                execute function thing.refuse();
            """;

    private static final String ROWS = """
            insert into thing.kind values (1, '线路', null, null), (1, '断线', '线路', null);
            insert into thing."Item 件" (bureau, "order", bytes, facts, tags, numbers, price, seen, day, share, yes, kind)
            values (1, '一号线路断了' || chr(10) || chr(9) || '\\N \\. \\' || chr(13), '\\x00ff0a5c09', '{"原因": ["雷击", null, 1.50]}',
                    '{"投诉, 申告","a\\"b",NULL,""}', '{1,NULL,-3}', 12345678901234.567891, '2026-02-28 23:59:59.123456+08',
                    '2026-02-28', 0.1, true, '断线'),
                   (1, '', '', null, '{}', null, null, '-infinity', 'infinity', 'NaN', null, '线路'),
                   (1, null, null, 'null', null, '{}', -0.000001, null, null, 1e-300, false, '线路');
            insert into thing."Item 件" (bureau, bytes, kind)
                select 1, decode(string_agg(md5(g || '-' || i), ''), 'hex'), '线路'
                from generate_series(1, 300) g, generate_series(1, 60) i group by g;
            update thing.kind set first = 2 where code = '线路';
            insert into thing.part select 1, '2025-12-01'::date + n, '第' || n || '天' from generate_series(1, 60) n;
            insert into platform.form_key select 1, gen_random_uuid(), now(), '/tickets/' || n from generate_series(1, 500) n;
            select nextval('thing.number'), nextval('thing.number');
            """;

    @TempDir
    private static Path folder;

    private static DataSource full;
    private static Path backup;

    private DataSource empty;

    @BeforeAll
    static void write() throws SQLException {
        full = database();
        run(full, ROWS);
        backup = folder.resolve("full.zip");
        Backup.write(full, backup);
    }

    @BeforeEach
    void begin() throws SQLException {
        empty = database();
    }

    @Test
    void what_is_restored_equals_what_was_written() throws SQLException {
        AtomicLong done = new AtomicLong();
        Backup.Summary summary = Backup.restore(empty, backup, (rows, total) -> {
            assertThat(rows).isGreaterThanOrEqualTo(done.get()).isLessThanOrEqualTo(total);
            done.set(rows);
        });
        assertThat(state(empty)).isEqualTo(state(full));
        assertThat(summary.rows()).isEqualTo(done.get()).isGreaterThan(800);
        assertThat(ask(empty, "select length from thing.\"Item 件\" where id = 1"))
                .isEqualTo(ask(full, "select length from thing.\"Item 件\" where id = 1"))
                .isNotNull();
    }

    @Test
    void numbers_go_on_where_they_were() throws SQLException {
        Backup.restore(empty, backup);
        assertThat(ask(empty, "select nextval('thing.number')")).isEqualTo("5020");
        assertThat(ask(empty, "insert into thing.\"Item 件\" (bureau, kind) values (1, '线路') returning id"))
                .isEqualTo("304");
    }

    @Test
    void rules_are_in_force_again_after_a_restore() throws SQLException {
        Backup.restore(empty, backup);
        assertThat(rules(empty)).isEqualTo(rules(full));
        for (String wrong : List.of(
                "delete from thing.part",
                "truncate thing.part",
                "insert into thing.kind values (1, 'new', null, null)",
                "insert into thing.kind values (1, 'x', 'nowhere', null)")) {
            assertThatExceptionOfType(SQLException.class).as(wrong).isThrownBy(() -> run(empty, wrong));
        }
    }

    @Test
    void a_backup_of_a_restored_database_holds_the_same() throws IOException {
        Backup.restore(empty, backup);
        Path second = folder.resolve("second.zip");
        Backup.Summary summary = Backup.write(empty, second);
        assertThat(summary.tables()).isGreaterThan(10);
        DataSource third = database();
        assertThat(Backup.restore(third, second)).isEqualTo(summary);
    }

    @Test
    void what_is_written_meanwhile_is_not_in_the_backup() throws SQLException {
        DataSource busy = database();
        run(busy, ROWS);
        String before = state(busy).toString();
        Path file = folder.resolve("busy.zip");
        Backup.write(busy, file, (done, total) -> add(busy));
        assertThat(state(busy).toString()).isNotEqualTo(before);
        Backup.restore(empty, file);
        assertThat(state(empty).toString()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_there_is_not_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        refused("backup.exists", () -> Backup.write(full, file));
        assertThat(file).hasContent("mine");
    }

    @Test
    void the_file_is_for_its_owner_alone_and_nothing_else_is_left() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void a_cut_file_is_refused_and_nothing_has_changed() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        String before = state(empty).toString();
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 30, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            refused("backup.broken", () -> Backup.restore(empty, cut));
        }
        assertThat(state(empty).toString()).isEqualTo(before);
    }

    @Test
    void an_altered_byte_is_refused_and_nothing_has_changed() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        String before = state(empty).toString();
        // Most of the file is the rows of random bytes, so all of these fall into rows.
        for (int position = whole.length / 4; position < whole.length * 3 / 4; position += whole.length / 50) {
            byte[] altered = whole.clone();
            altered[position] ^= 1;
            Path file = Files.write(folder.resolve("altered.zip"), altered);
            refused("backup.broken", () -> Backup.restore(empty, file));
        }
        assertThat(state(empty).toString()).isEqualTo(before);
    }

    @Test
    void a_file_of_another_kind_and_no_file_are_told_apart() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        refused("backup.broken", () -> Backup.restore(empty, text));
        refused("backup.absent", () -> Backup.restore(empty, folder.resolve("nowhere.zip")));
    }

    @Test
    void a_database_with_data_is_left_alone() throws SQLException {
        run(empty, "insert into thing.kind values (7, 'ours', null, null)");
        String before = state(empty).toString();
        refused("backup.notempty", () -> Backup.restore(empty, backup));
        assertThat(state(empty).toString()).isEqualTo(before);
    }

    @Test
    void a_database_with_other_migrations_is_left_alone() throws SQLException {
        run(empty, """
                insert into flyway_schema_history
                select 9999, '9.99', 'later', 'SQL', 'x', 1, current_user, now(), 1, true
                """);
        BackupRefused refusal = refused("backup.version", () -> Backup.restore(empty, backup));
        assertThat(refusal.arguments()).contains("9.99");
    }

    @Test
    void rows_that_the_database_refuses_undo_everything() throws SQLException {
        run(empty, "alter table thing.part add constraint short check (text <> '第60天')");
        String before = state(empty) + " " + rules(empty);
        BackupRefused refusal = refused("backup.database", () -> Backup.restore(empty, backup));
        assertThat(refusal.arguments()[0].toString()).doesNotContain("第60天");
        assertThat(state(empty) + " " + rules(empty)).isEqualTo(before);
    }

    private static BackupRefused refused(String code, Runnable work) {
        try {
            work.run();
        } catch (BackupRefused refusal) {
            assertThat(refusal.code()).isEqualTo(code);
            return refusal;
        }
        throw new AssertionError("not refused with " + code);
    }

    private static DataSource database() {
        DataSource source = TestDatabase.dataSource(TestDatabase.freshDatabase());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try {
            run(source, THINGS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return source;
    }

    private static void add(DataSource source) {
        try {
            run(source, "insert into thing.part values (1, '2026-05-05', 'meanwhile')");
            run(source, "insert into platform.form_key values (1, gen_random_uuid(), now(), 'meanwhile')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For each table its number of rows and a checksum over their text; for each sequence what comes next. */
    private static TreeMap<String, String> state(DataSource source) throws SQLException {
        TreeMap<String, String> state = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            for (Catalog.Table table : Catalog.tables(connection)) {
                String sql =
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ';' order by t::text)), '') from "
                                + table.name() + " t";
                state.put(
                        table.name(),
                        Catalog.list(connection, sql, row -> row.getString(1)).getFirst());
            }
            Catalog.sequences(connection).forEach(sequence -> state.put(sequence.name(), sequence.toString()));
        }
        return state;
    }

    private static List<Catalog.Rule> rules(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Catalog.rules(connection);
        }
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Catalog.list(connection, sql, row -> row.getString(1)).getFirst();
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Catalog.run(connection, sql);
        }
    }
}
