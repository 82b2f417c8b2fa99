package org.redress.platform.web;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.platform.database.Moments;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a form count once. The key that it carries is written in the transaction of the change itself: a double click, a
 * repeated request or a second tab finds the key taken and is sent to where the first one led.
 */
@Component
public class FormKeys {

    static final String OLD = """
            delete from platform.form_key where ctid = any (array(
                select k.ctid from platform.form_key k
                 where k.made_at < :before
                   and not exists (select from platform.form_draft d where d.bureau = k.bureau and d.key = k.key)
                 order by k.made_at limit :most for update skip locked))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FormKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /**
     * Runs a change once for its key.
     *
     * @param key what the form carried
     * @param change does the work and says where to go next (a path); a thrown {@link Problem} undoes the key as well
     * @return the path, of this run or of the first one
     */
    public String once(int bureau, String key, Supplier<String> change) {
        UUID id = parse(key);
        try {
            return transaction.execute(status -> {
                jdbc.sql("insert into platform.form_key (bureau, key) values (?, ?)")
                        .param(bureau)
                        .param(id)
                        .update();
                String next = change.get();
                jdbc.sql("update platform.form_key set next = ? where bureau = ? and key = ?")
                        .param(next)
                        .param(bureau)
                        .param(id)
                        .update();
                return next;
            });
        } catch (DuplicateKeyException taken) {
            return jdbc.sql("select next from platform.form_key where bureau = ? and key = ?")
                    .param(bureau)
                    .param(id)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> taken);
        }
    }

    /** Whether a change was made for this key. */
    boolean used(int bureau, UUID key) {
        return jdbc.sql("select exists (select from platform.form_key where bureau = ? and key = ?)")
                .params(bureau, key)
                .query(Boolean.class)
                .single();
    }

    /** Forgets keys that were taken before a moment, except where one tells a draft as sent; so many at most, how many. */
    int forget(Instant before, int most) {
        return jdbc.sql(OLD)
                .param("before", Moments.at(before))
                .param("most", most)
                .update();
    }

    static UUID parse(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("form.key", null);
        }
    }
}
