package org.redress.ground.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The first 122 bits of the SHA-256 of a row's values, in the shape of a UUID (version 8, RFC 9562). */
public record Digest(UUID value) {

    /** The digest of values by field code. */
    public static Digest of(Map<String, Value> values) {
        MessageDigest sha = sha256();
        new TreeMap<>(values).forEach((field, value) -> {
            sha.update(field.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0x1f);
            sha.update(canonical(value).getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0x1e);
        });
        ByteBuffer bytes = ByteBuffer.wrap(sha.digest());
        long high = bytes.getLong() & ~0xf000L | 0x8000L;
        long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new Digest(new UUID(high, low));
    }

    /** What of a value makes it another one; how the file wrote it does not. */
    private static String canonical(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Moment(var at, var given, var timeKnown) -> at + (timeKnown ? "t" : "d");
            case Value.Phone(var given, var e164) -> e164 == null ? given : e164;
            case Value.Code(var option, var given) -> option;
            case Value.Number(var number) -> number.stripTrailingZeros().toPlainString();
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
