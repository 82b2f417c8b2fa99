package org.redress.desk.recovery.suggestion;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Remembered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The models in use, one of each bureau in memory. What cannot be read any more is said to be so, and is not used. */
@Component
class ModelShelf {

    private static final Logger log = LoggerFactory.getLogger(ModelShelf.class);

    private final ModelRows rows;
    private final Remembered<BureauId, Optional<Integer>> used;
    private final ConcurrentMap<BureauId, Kept> kept = new ConcurrentHashMap<>();

    ModelShelf(ModelRows rows) {
        this.rows = rows;
        this.used = new Remembered<>(rows::used);
    }

    /** A version in memory; without a model where its bytes are broken. */
    record Kept(int version, Optional<LinearModel> model) {}

    /** What is in use; empty while only the rules are. */
    Optional<Kept> of(BureauId bureau) {
        return used.get(bureau)
                .map(version -> kept.compute(
                        bureau, (key, old) -> old != null && old.version() == version ? old : read(bureau, version)));
    }

    /** Called in the transaction that puts another version in use. */
    void changing(BureauId bureau) {
        used.changing(bureau);
    }

    /** Reads it from the database once more, past what is in memory. */
    Optional<Kept> fresh(BureauId bureau) {
        return rows.used(bureau).map(version -> read(bureau, version));
    }

    private Kept read(BureauId bureau, int version) {
        ModelRows.Stored stored = rows.model(bureau, version);
        try {
            if (MessageDigest.isEqual(sha256(stored.bytes()), stored.sha256())) {
                return new Kept(version, Optional.of(LinearModel.read(stored.bytes())));
            }
            log.error(
                    "suggestion model {} of bureau {} does not match its checksum; the rules suggest",
                    version,
                    bureau.value());
        } catch (IOException broken) {
            log.error(
                    "suggestion model {} of bureau {} cannot be read; the rules suggest",
                    version,
                    bureau.value(),
                    broken);
        }
        return new Kept(version, Optional.empty());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
