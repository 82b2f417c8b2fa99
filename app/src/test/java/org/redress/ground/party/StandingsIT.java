package org.redress.ground.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S4.5")
class StandingsIT {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final LocalDate CAME = LocalDate.of(2019, 3, 1);

    @Autowired
    Offices offices;

    @Autowired
    Customers customers;

    @Autowired
    Standings standings;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor head;
    private CustomerId zhou;

    @BeforeEach
    void know() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        zhou = customer("+8613812342046");
    }

    private CustomerId customer(String phone) {
        return Objects.requireNonNull(customers
                .match(head, List.of(new CustomerDraft("desk", null, null, phone, phone, null, null)))
                .getFirst());
    }

    private Standing standing(@Nullable String monthly, @Nullable LocalDate since, @Nullable LocalDate left) {
        Money sum = monthly == null ? null : Money.of(YUAN, new BigDecimal(monthly));
        return new Standing(zhou, Segment.BUSINESS, sum, since, left);
    }

    private Standing now() {
        return Objects.requireNonNull(standings.of(head, List.of(zhou)).get(zhou));
    }

    private void refused(Standing standing, String code) {
        assertThatThrownBy(() -> standings.put(head, standing))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void each_customer_has_an_answer_also_who_is_not_known() {
        CustomerId stranger = new CustomerId(Ids.next());
        assertThat(standings.of(head, List.of(zhou, stranger)))
                .isEqualTo(Map.of(zhou, Standing.unknown(zhou), stranger, Standing.unknown(stranger)));
        assertThat(standings.of(head, List.of())).isEmpty();
        assertThat(Standing.unknown(zhou).segment()).isEqualTo(Segment.RESIDENTIAL);
    }

    @Test
    void what_is_put_is_answered_to_the_coin_and_leaving_changes_nothing_else() {
        standings.put(head, standing("199.90", CAME, null));
        assertThat(now()).isEqualTo(standing("199.90", CAME, null));
        standings.leave(head, zhou, LocalDate.of(2026, 2, 1));
        assertThat(now()).isEqualTo(standing("199.90", CAME, LocalDate.of(2026, 2, 1)));
    }

    @Test
    void who_was_never_known_can_leave() {
        standings.leave(head, zhou, LocalDate.of(2026, 2, 1));
        assertThat(now()).isEqualTo(new Standing(zhou, Segment.RESIDENTIAL, null, null, LocalDate.of(2026, 2, 1)));
    }

    @Test
    void every_version_is_kept_and_told_and_saying_the_same_again_is_none() {
        standings.put(head, standing("199", CAME, null));
        assertThat(standings.put(head, List.of(standing("199.00", CAME, null)))).isEmpty();
        assertThat(standings.put(head, List.of(standing("299", CAME, null)))).containsExactly(zhou);

        assertThat(jdbc.sql(
                                "select version || ' ' || monthly from party.standing_version where bureau = ? order by version")
                        .param(command.bureau().value())
                        .query(String.class)
                        .list())
                .containsExactly("1 199.000", "2 299.000");
        assertThat(jdbc.sql("select payload from platform.outbox where bureau = ? and topic = ? order by id")
                        .params(command.bureau().value(), StandingChanged.TOPIC)
                        .query((row, n) -> StandingChanged.read(row.getString(1)))
                        .list())
                .extracting(told -> told.customers().getFirst().version())
                .containsExactly(1, 2);
        assertThat(trail.of(command, "customer", zhou.value(), 9))
                .extracting("deed")
                .containsExactly("customer.standing", "customer.standing");
        assertThatThrownBy(() -> jdbc.sql("delete from party.standing_version where bureau = ?")
                        .param(command.bureau().value())
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_of_the_batch_is_written() {
        refused(standing("-0.01", null, null), "standing.monthly");
        refused(standing("100000000", null, null), "standing.monthly");
        refused(standing(null, LocalDate.of(9999, 1, 1), null), "standing.ahead");
        refused(standing(null, null, LocalDate.of(9999, 1, 1)), "standing.ahead");
        refused(standing(null, CAME, CAME.minusDays(1)), "standing.left");
        Standing stranger = Standing.unknown(new CustomerId(Ids.next()));
        assertThatThrownBy(() -> standings.put(head, List.of(standing("0", CAME, CAME), stranger)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("customer.absent"));
        assertThat(now()).isEqualTo(Standing.unknown(zhou));
        standings.put(head, standing("0", CAME, CAME));
        assertThat(now()).isEqualTo(standing("0", CAME, CAME));
    }

    @Test
    void an_agent_may_look_and_a_leader_may_set() {
        Actor agent = offices.hire(command, Posts.AGENT, "2107");
        assertThat(standings.of(agent, List.of(zhou))).hasSize(1);
        assertThatThrownBy(() -> standings.put(agent, standing("1", null, null)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("access.denied"));
        assertThatThrownBy(() -> standings.leave(agent, zhou, CAME))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("access.denied"));
    }

    @Test
    void another_bureau_sees_none_of_it() {
        standings.put(head, standing("1", CAME, null));
        assertThat(standings.of(offices.found(), List.of(zhou)).get(zhou)).isEqualTo(Standing.unknown(zhou));
    }

    @Test
    void who_leaves_while_somebody_sets_the_rest_is_one_after_the_other() throws Exception {
        standings.put(head, standing("100", CAME, null));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> two = List.of(
                () -> {
                    start.await();
                    standings.leave(head, zhou, LocalDate.of(2026, 1, 1));
                    return true;
                },
                () -> {
                    start.await();
                    standings.put(head, standing("200", CAME, null));
                    return true;
                });
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : both.invokeAll(two)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(now().monthly()).isEqualTo(Money.of(YUAN, 200));
        assertThat(jdbc.sql("select count(*) from party.standing_version where bureau = ?")
                        .param(command.bureau().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }
}
