package org.redress.ground.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code attachment.attachment} and {@code attachment.chunk}. */
@Repository
class AttachmentRows {

    static final String LIST = """
            select * from attachment.attachment
             where bureau = :bureau and subject_kind = :kind and subject = :subject
             order by added_at, id
            """;

    private static final int CHUNK = 1 << 18;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AttachmentRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Whoever adds to a thing holds it to the end of the transaction: so its files can be counted. */
    void hold(BureauId bureau, Holder holder) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("attachment." + holder.kind() + holder.subject(), (long) bureau.value())
                .query((row, n) -> true)
                .single();
    }

    Optional<Attachment> same(BureauId bureau, Holder holder, String sha256) {
        return jdbc.sql("""
                        select * from attachment.attachment
                         where bureau = ? and subject_kind = ? and subject = ? and sha256 = ?
                           and redacted_at is null
                        """)
                .params(
                        bureau.value(),
                        holder.kind(),
                        holder.subject(),
                        HexFormat.of().parseHex(sha256))
                .query(AttachmentRows::attachment)
                .optional();
    }

    List<Attachment> list(BureauId bureau, Holder holder) {
        return jdbc.sql(LIST)
                .param("bureau", bureau.value())
                .param("kind", holder.kind())
                .param("subject", holder.subject())
                .query(AttachmentRows::attachment)
                .list();
    }

    int count(BureauId bureau, Holder holder) {
        return jdbc.sql("""
                        select count(*) from attachment.attachment
                         where bureau = ? and subject_kind = ? and subject = ?
                        """)
                .params(bureau.value(), holder.kind(), holder.subject())
                .query(Integer.class)
                .single();
    }

    Optional<Attachment> find(BureauId bureau, AttachmentId id) {
        return jdbc.sql("select * from attachment.attachment where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(AttachmentRows::attachment)
                .optional();
    }

    void insert(BureauId bureau, Attachment one, Path bytes) throws IOException {
        jdbc.sql("""
                        insert into attachment.attachment
                          (bureau, id, subject_kind, subject, name, type, size, sha256, added_by, added_at)
                        values (:bureau, :id, :kind, :subject, :name, :type, :size, :sha256, :by, :at)
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("kind", one.holder().kind())
                .param("subject", one.holder().subject())
                .param("name", one.name())
                .param("type", one.type().name())
                .param("size", one.size())
                .param("sha256", HexFormat.of().parseHex(one.sha256()))
                .param("by", one.addedBy().value())
                .param("at", one.addedAt().atOffset(ZoneOffset.UTC))
                .update();
        try (InputStream in = Files.newInputStream(bytes)) {
            byte[] chunk = in.readNBytes(CHUNK);
            for (int n = 0; chunk.length > 0; n++) {
                template.update(
                        "insert into attachment.chunk (bureau, attachment, n, bytes) values (?, ?, ?, ?)",
                        bureau.value(),
                        one.id().value(),
                        n,
                        chunk);
                chunk = in.readNBytes(CHUNK);
            }
        }
    }

    /** Writes the bytes out, one chunk in memory at a time. */
    void write(BureauId bureau, AttachmentId id, OutputStream out) throws IOException {
        for (int n = 0; ; n++) {
            Optional<byte[]> chunk = jdbc.sql(
                            "select bytes from attachment.chunk where bureau = ? and attachment = ? and n = ?")
                    .params(bureau.value(), id.value(), n)
                    .query(byte[].class)
                    .optional();
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    /** Covers the names of the files of these things and lets their bytes go; how many there were. */
    int redact(BureauId bureau, String kind, Collection<UUID> subjects, String cover, Instant at) {
        List<UUID> files = jdbc.sql("""
                        update attachment.attachment set name = :cover, redacted_at = :at
                         where bureau = :bureau and subject_kind = :kind and subject = any(:subjects)
                           and redacted_at is null
                        returning id
                        """)
                .param("cover", cover)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("bureau", bureau.value())
                .param("kind", kind)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        jdbc.sql("delete from attachment.chunk where bureau = ? and attachment = any(?)")
                .params(bureau.value(), files.toArray(UUID[]::new))
                .update();
        return files.size();
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                new Holder(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                new StaffId(row.getObject("added_by", UUID.class)),
                row.getTimestamp("added_at").toInstant(),
                row.getTimestamp("redacted_at") != null);
    }
}
