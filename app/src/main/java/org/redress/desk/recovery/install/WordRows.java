package org.redress.desk.recovery.install;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of installations, by whom and what it brought: columns {@code said…} of table {@code recovery.install}. */
@Repository
class WordRows {

    static final String ALONE_ON = """
            select coalesce(sum(said_sum), 0) from recovery.install
             where bureau = :bureau and said_by = :staff and said_on = :day and said_alone and currency = :currency and id <> :id
            """;
    static final String IN_YEAR = """
            select coalesce(sum(said_sum), 0) from recovery.install
             where bureau = :bureau and customer = :customer and said_on >= :from and said_on < :until and currency = :currency
               and id <> :id
            """;

    private final JdbcClient jdbc;

    WordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was last said of a day on which it worked or was withdrawn, whether it was undone since or not. */
    Optional<Install> last(BureauId bureau, Install one) {
        return jdbc.sql("select said, said_ours from recovery.install where bureau = ? and id = ? and said is not null")
                .params(bureau.value(), one.id().value())
                .query((row, n) ->
                        one.as(row.getObject("said", LocalDate.class), one.withdrawn(), row.getBoolean("said_ours")))
                .optional();
    }

    /** What somebody's word alone has brought on a day by other installations. */
    Money aloneOn(Actor actor, Install besides, LocalDate day) {
        return sum(actor, besides, ALONE_ON, Map.of("staff", actor.staff().value(), "day", day));
    }

    /** What other installations of the same customer have brought in a calendar year, by whoever's word. */
    Money inYear(Actor actor, Install besides, int year) {
        return sum(
                actor,
                besides,
                IN_YEAR,
                Map.of(
                        "customer",
                        besides.customer().value(),
                        "from",
                        LocalDate.of(year, 1, 1),
                        "until",
                        LocalDate.of(year + 1, 1, 1)));
    }

    private Money sum(Actor actor, Install besides, String sql, Map<String, ?> params) {
        CurrencyUnit currency = besides.fees().getCurrencyUnit();
        return jdbc.sql(sql)
                .param("bureau", actor.bureau().value())
                .param("id", besides.id().value())
                .param("currency", currency.getCode())
                .params(params)
                .query((row, n) -> Money.of(currency, row.getBigDecimal(1).setScale(currency.getDecimalPlaces())))
                .single();
    }

    /** Notes what it comes to, and, where that is more than before, by whose word and on which day. */
    void note(Actor actor, InstallId id, Money sum, boolean alone, LocalDate day) {
        jdbc.sql("""
                        update recovery.install set said_by = ?, said_alone = ?, said_on = ?
                         where bureau = ? and id = ? and coalesce(said_sum, -1) < ?
                        """)
                .params(actor.staff().value(), alone, day, actor.bureau().value(), id.value(), sum.getAmount())
                .update();
        jdbc.sql("update recovery.install set said_sum = ? where bureau = ? and id = ?")
                .params(sum.getAmount(), actor.bureau().value(), id.value())
                .update();
    }
}
