package org.redress.desk.appeal.report;

/**
 * A figure of the report. One definition serves the count and the list behind it. Text by key {@code appeal.figure.NAME}.
 */
public enum Figure {
    RECEIVED(Source.APPEAL, Source.steps("RECEIVE"), ""),
    ACCEPTED(Source.APPEAL, Source.steps("ACCEPT"), ""),
    REFUSED(Source.APPEAL, Source.steps("REFUSE"), ""),
    FORWARDED(Source.APPEAL, Source.steps("FORWARD"), ""),
    REPLIED(Source.APPEAL, Source.steps("REPLY"), ""),
    MEDIATED(Source.APPEAL, Source.steps("AGREE", "FAIL"), ""),
    DECIDED(Source.APPEAL, Source.steps("DECIDE"), ""),
    /** Under way when the period ended. */
    OPEN(
            Source.APPEAL,
            "coalesce(a.ended_at, 'infinity'::timestamptz) >= :until and a.received_at < :until",
            "a.received_at"),
    /** Given, or not given though the limit is over; what was taken back before is owed no longer. */
    REPLY_DUE(
            Source.APPEAL,
            "a.reply_due >= :from and a.reply_due < :until"
                    + " and (a.reply_in_time is not null or a.state = 'FORWARDED' and a.reply_due <= :now)",
            "a.reply_due"),
    REPLY_IN_TIME(Source.APPEAL, "a.reply_due >= :from and a.reply_due < :until and a.reply_in_time", "a.reply_due"),
    CLOSED(Source.APPEAL, Source.steps("AGREE", "DECIDE"), ""),
    SETTLED(Source.APPEAL, Source.steps("AGREE"), ""),
    ASKED(Source.APPEAL, Source.steps("ASK") + " and a.satisfaction <> 'UNREACHED'", ""),
    SATISFIED(Source.APPEAL, Source.steps("ASK") + " and a.satisfaction = 'SATISFIED'", ""),

    DISPATCHED(Source.DISPATCH, Source.steps("RECEIVE"), ""),
    SIGN_DUE(
            Source.DISPATCH,
            "a.sign_due >= :from and a.sign_due < :until and (a.signed_in_time is not null or a.sign_due <= :now)",
            "a.sign_due"),
    SIGNED_IN_TIME(Source.DISPATCH, "a.sign_due >= :from and a.sign_due < :until and a.signed_in_time", "a.sign_due"),
    DISPATCH_CLOSED(Source.DISPATCH, Source.steps("CONTENT", "UNREACHED", "GIVE_UP"), ""),
    DISPATCH_AT_ONCE(Source.DISPATCH, Source.steps("CONTENT", "UNREACHED") + " and not a.sent_back", ""),
    VISITED(Source.DISPATCH, Source.steps("CONTENT", "SEND_BACK", "GIVE_UP"), ""),
    VISIT_SATISFIED(Source.DISPATCH, Source.steps("CONTENT"), "");

    /** Where it is counted. */
    public enum Source {
        APPEAL("appeal.appeal", "appeal.appeal_step", "appeal", "'A-' || lpad(a.number::text, 4, '0')"),
        DISPATCH("appeal.dispatch", "appeal.dispatch_step", "dispatch", "a.number");

        private final String table;
        private final String steps;
        private final String key;
        private final String number;

        Source(String table, String steps, String key, String number) {
            this.table = table;
            this.steps = steps;
            this.key = key;
            this.number = number;
        }

        private static String steps(String... names) {
            return "s.what in ('" + String.join("', '", names) + "') and s.at >= :from and s.at < :until";
        }
    }

    private final Source source;
    private final String condition;
    private final String moment;

    Figure(Source source, String condition, String moment) {
        this.source = source;
        this.condition = condition;
        this.moment = moment;
    }

    public Source source() {
        return source;
    }

    private boolean byStep() {
        return moment.isEmpty();
    }

    /** From the first {@code from} on; {@code reach} limits it to what the reader may see. */
    private String rows(String reach) {
        String from = byStep()
                ? "%s s join %s a on a.bureau = s.bureau and a.id = s.%s where s.bureau = :bureau"
                        .formatted(source.steps, source.table, source.key)
                : "%s a where a.bureau = :bureau".formatted(source.table);
        return from + " and " + condition + " and " + reach;
    }

    String count(String reach) {
        return "select count(*) from " + rows(reach);
    }

    /** The things behind the number, in the order of when it happened, after the last one seen. */
    String list(String reach) {
        String at = byStep() ? "s.at" : moment;
        return "select a.id, %s as number, a.matter, a.state, %s as moment from %s and (%s, a.id) > (:at, :id) order by %s, a.id limit :limit"
                .formatted(source.number, at, rows(reach), at, at);
    }
}
