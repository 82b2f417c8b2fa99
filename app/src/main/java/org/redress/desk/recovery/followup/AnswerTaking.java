package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes an answer, whoever brings it: the statement that writes it decides that there is one. */
@Component
class AnswerTaking {

    static final int LONGEST = 2_000;

    /** What no keyboard types and no screen shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private static final String TAKE = """
            update recovery.follow_up
               set state = 'ANSWERED', version = version + 1, next_at = null, recovery = :recovery, service = :service,
                   effort = :effort, stay = :stay, recommend = :recommend, elsewhere = :elsewhere, words = :words,
                   answered_at = :now, entered_by = :by, entered_way = :way, bad = :bad, handled_by = :handled
             where bureau = :bureau and id = :id
               and (:by::uuid is null and state = 'ASKED' and expires_at > :now
                    or :by::uuid is not null and state in ('PLANNED', 'ASKED', 'UNREACHED', 'EXPIRED'))
            """;

    private final JdbcClient jdbc;
    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final AskedMatters matters;
    private final Callbacks callbacks;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    AnswerTaking(
            JdbcClient jdbc,
            FollowUpRows rows,
            FollowUpRules rules,
            AskedMatters matters,
            Callbacks callbacks,
            Bureaus bureaus,
            Trail trail,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rules = rules;
        this.matters = matters;
        this.callbacks = callbacks;
        this.bureaus = bureaus;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who has had to do with what is asked about, until now. */
    Set<StaffId> handled(Actor product, FollowUp asked) {
        return matters.handledBy(product, asked);
    }

    /**
     * Writes it; false where somebody was faster, or it is too late.
     *
     * @param by who heard it; null where the customer answered by their link
     * @throws Problem {@code followup.own} where that person had to do with the matter; of a mark, with its field
     */
    boolean take(
            Actor product,
            FollowUp asked,
            Marks marks,
            @Nullable String said,
            @Nullable StaffId by,
            @Nullable Channel way) {
        marks.check(asked.recovered());
        String words = words(said, "words");
        Set<StaffId> handled = handled(product, asked);
        if (by != null && handled.contains(by)) {
            throw Problem.forbidden("followup.own");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean bad = asked.recovered() && marks.bad(rules.bad(product));
        if (!write(product, asked, marks, words, by, way, bad, handled, now)) {
            return false;
        }
        FollowUp answered = rows.find(product.bureau(), asked.id()).orElseThrow();
        StaffId who = by == null ? product.staff() : by;
        rows.step(
                product.bureau(),
                asked.id(),
                who,
                by == null ? FollowUpStep.What.ANSWERED : FollowUpStep.What.ENTERED,
                "",
                now);
        trail.record(
                product, "followup.answer", FollowUps.KIND, asked.id().value(), "{\"entered\":" + (by != null) + "}");
        outbox.add(
                product.bureau().value(),
                RecoveryAnswered.TOPIC,
                RecoveryAnswered.of(answered).json());
        if (bad) {
            callbacks.open(product, answered, now);
        }
        return true;
    }

    private boolean write(
            Actor product,
            FollowUp asked,
            Marks marks,
            String words,
            @Nullable StaffId by,
            @Nullable Channel way,
            boolean bad,
            Set<StaffId> handled,
            Instant now) {
        return jdbc.sql(TAKE)
                        .param("recovery", asked.recovered() ? marks.recovery() : null)
                        .param("service", marks.service())
                        .param("effort", marks.effort())
                        .param("stay", marks.stay())
                        .param("recommend", marks.recommend())
                        .param("elsewhere", marks.elsewhere())
                        .param("words", words)
                        .param("now", Moments.at(now))
                        .param("by", by == null ? null : by.value())
                        .param("way", way == null ? null : way.name())
                        .param("bad", bad)
                        .param("handled", handled.stream().map(StaffId::value).toArray(UUID[]::new))
                        .param("bureau", product.bureau().value())
                        .param("id", asked.id().value())
                        .update()
                == 1;
    }

    /** What somebody wrote, as it is kept. */
    static String words(@Nullable String given, String field) {
        if (given == null) {
            return "";
        }
        if (UNSEEN.matcher(given).find()) {
            throw Problem.invalid("followup.words.unseen", field);
        }
        String text = given.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid("followup.words.long", field, LONGEST);
        }
        return text;
    }

    Actor product(org.redress.ground.identity.BureauId bureau) {
        return bureaus.command(bureaus.get(bureau));
    }
}
