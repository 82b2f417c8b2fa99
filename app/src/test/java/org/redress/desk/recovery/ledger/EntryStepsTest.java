package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4.4")
class EntryStepsTest {

    @Test
    void every_step_is_legal_from_the_accounts_that_it_moves_from_and_from_no_other() {
        Map<Entry.Kind, Set<Account>> legal = Map.of(
                Entry.Kind.PROPOSE, EnumSet.of(Account.ALLOWANCE),
                Entry.Kind.APPROVE, EnumSet.of(Account.PENDING),
                Entry.Kind.REFUSE, EnumSet.of(Account.PENDING),
                Entry.Kind.POST, EnumSet.of(Account.PROMISED),
                Entry.Kind.REVERSE, EnumSet.of(Account.PROMISED, Account.POSTED));

        for (Entry.Kind kind : Entry.Kind.values()) {
            for (Account account : Account.values()) {
                assertThat(kind.from(account))
                        .as(kind + " from " + account)
                        .isEqualTo(legal.getOrDefault(kind, Set.of()).contains(account));
            }
        }
    }

    @Property
    void any_sequence_of_wishes_keeps_the_sum_in_one_account_and_the_book_balanced(
            @ForAll @Size(max = 30) List<Entry.Kind> wishes) {
        Map<Account, Integer> book = new EnumMap<>(Account.class);
        Account at = Account.ALLOWANCE;
        for (Entry.Kind wish : wishes) {
            if (wish.from(at)) {
                book.merge(at, -1, Integer::sum);
                at = wish.target();
                book.merge(at, 1, Integer::sum);
            }
        }

        assertThat(book.values().stream().mapToInt(one -> one).sum()).isZero();
        assertThat(book.entrySet())
                .filteredOn(one -> one.getKey() != Account.ALLOWANCE && one.getValue() != 0)
                .hasSize(at == Account.ALLOWANCE ? 0 : 1)
                .allMatch(one -> one.getValue() == 1);
        if (at.over()) {
            Account last = at;
            assertThat(Entry.Kind.values()).noneMatch(kind -> kind.from(last));
        }
    }

    @Property
    void rounding_never_takes_from_the_customer_and_never_adds_a_whole_coin(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(7) BigDecimal exact) {
        BigDecimal rounded = Rounding.of(exact, CurrencyUnit.of("CNY")).getAmount();

        assertThat(rounded).isGreaterThanOrEqualTo(exact);
        assertThat(rounded.subtract(exact)).isLessThan(new BigDecimal("0.01"));
        assertThat(Rounding.of(exact, CurrencyUnit.JPY)).isGreaterThanOrEqualTo(Money.zero(CurrencyUnit.JPY));
    }
}
