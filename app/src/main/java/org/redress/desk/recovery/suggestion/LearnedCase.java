package org.redress.desk.recovery.suggestion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.SearchText;

/**
 * A text with the type that a person gave it.
 *
 * @param type code in the taxonomy; in the benchmark a label of the file
 * @param customer whose text it is, or null where that is not known
 */
public record LearnedCase(
        String subject, String text, String type, @Nullable CustomerId customer) {

    /** Nobody knows whose. */
    public LearnedCase(String subject, String text, String type) {
        this(subject, text, type, null);
    }

    /** What a case is used for: the same text is always used for the same, in this version and in every later one. */
    enum Use {
        LEARN,
        /** To set how sure the model says it is. */
        CALIBRATE,
        /** To measure it: never seen before. */
        HOLD_BACK
    }

    private static final int OF_TEN = 10;

    /** The same for texts that differ only in white space, width of letters and case. */
    String key() {
        String said = text.isBlank() ? subject : text;
        return SearchText.plain(said).replace(" ", "");
    }

    /** Two in ten are held back, one in ten calibrates. */
    Use use() {
        int share = Math.floorMod(hash(key()), OF_TEN);
        return share < 2 ? Use.HOLD_BACK : share == 2 ? Use.CALIBRATE : Use.LEARN;
    }

    private static int hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 0xff) << 16 | (digest[1] & 0xff) << 8 | digest[2] & 0xff;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(Objects.requireNonNull(e.getMessage()), e);
        }
    }
}
