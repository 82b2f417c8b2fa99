package org.redress.desk.recovery.followup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.ground.identity.BureauId;
import org.redress.ground.notification.FreshLink;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links by which customers answer without signing in: the bureau's number and 128 random bits. They are made at the moment in
 * which a message is handed over, and only what they hash to is kept.
 */
@Component
class AnswerLinks implements FreshLink {

    static final String PATH = "/answers/";

    /** Where customers reach this product from outside, e.g. {@code https://service.example.cn}. */
    private static final String ADDRESS = "redress.address";

    static final String PURGE = """
            delete from recovery.answer_link l
             using (select bureau, hash from recovery.answer_link
                     where bureau = ? and made_at < ? order by made_at limit ?) old
             where l.bureau = old.bureau and l.hash = old.hash
            """;

    private static final Pattern KEY = Pattern.compile("(\\d{1,9})-([A-Za-z0-9_-]{22})");
    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final Environment settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AnswerLinks(JdbcClient jdbc, Environment settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose link it is. */
    record Found(BureauId bureau, FollowUpId id) {}

    @Override
    public String kind() {
        return FollowUps.KIND;
    }

    @Override
    public String make(BureauId bureau, UUID subject) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("insert into recovery.answer_link (bureau, hash, follow_up, made_at) values (?, ?, ?, ?)")
                .params(bureau.value(), hash(token), subject, Timestamp.from(clock.instant()))
                .update();
        return address() + PATH + bureau.value() + "-" + token;
    }

    private String address() {
        String set = settings.getProperty(ADDRESS, "");
        return set.isBlank()
                ? "http://localhost:" + settings.getProperty("server.port", "8080")
                : set.strip().replaceAll("/+$", "");
    }

    /** Whose link this is, good or not any more. */
    Optional<Found> find(String key) {
        Matcher read = KEY.matcher(key);
        if (!read.matches()) {
            return Optional.empty();
        }
        BureauId bureau = new BureauId(Integer.parseInt(read.group(1)));
        return jdbc.sql("select follow_up from recovery.answer_link where bureau = ? and hash = ?")
                .params(bureau.value(), hash(read.group(2)))
                .query((row, n) -> new Found(bureau, new FollowUpId(row.getObject(1, UUID.class))))
                .optional();
    }

    /** Links that were made before a moment lead nowhere any more; how many, at most so many. */
    int purge(BureauId bureau, Instant before, int most) {
        return jdbc.sql(PURGE)
                .params(bureau.value(), Timestamp.from(before), most)
                .update();
    }

    /** No link leads there any more. */
    void forget(BureauId bureau, FollowUpId id) {
        jdbc.sql("delete from recovery.answer_link where bureau = ? and follow_up = ?")
                .params(bureau.value(), id.value())
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
