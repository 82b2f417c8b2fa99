package org.redress.desk.recovery.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.Dimension;
import org.redress.desk.recovery.ledger.GivenInMonth;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * Kept sums by customer, budget, type or agent, of a month or a year.
 *
 * @param month whose sums; of customers those of its year
 * @param account by which they are in order, the largest first
 * @param next path of the page after this one, or null
 * @param given what a law owes and what is given by choice, month by month until this one; only where it is kept by that
 */
public record BalancesPage(
        Dimension by,
        YearMonth month,
        Account account,
        List<Row> rows,
        @Nullable String next,
        List<GivenInMonth> given) {

    /**
     * The sums of one of them.
     *
     * @param name in words; theirs where people wrote it
     * @param theirs whether people wrote it
     */
    public record Row(String key, String name, boolean theirs, Map<Account, Money> sums) {

        public @Nullable Money of(Account account) {
            return sums.get(account);
        }

        public String path(Dimension by) {
            return MoneyDesk.LEDGER + "?by=" + by + "&key=" + key;
        }
    }

    /** The entries behind what was given in a month, for all of these reasons or for any. */
    public static String behind(GivenInMonth one, Basis... why) {
        String of = Stream.of(why).map(Basis::name).collect(Collectors.joining(","));
        return MoneyDesk.LEDGER + "?" + (of.isEmpty() ? "" : "by=BASIS&key=" + of + "&") + "month=" + one.month()
                + "&standing=true";
    }

    public List<Choice> dimensions(Words words) {
        return Stream.of(Dimension.values())
                .map(one -> new Choice(one.name(), words.text("ledger.dimension." + one)))
                .toList();
    }

    public List<Choice> places(Words words) {
        return accounts().stream()
                .map(one -> new Choice(one.name(), words.text("ledger.account." + one)))
                .toList();
    }

    public List<Account> accounts() {
        return List.of(Account.PENDING, Account.PROMISED, Account.POSTED, Account.REVERSED, Account.REFUSED);
    }
}
