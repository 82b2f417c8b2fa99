package org.redress.ground.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
class CustomersIT {

    @Autowired
    Customers customers;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    private static CustomerDraft draft(@Nullable String external, @Nullable String name, @Nullable String phone) {
        return new CustomerDraft("ledger", external, name, phone, phone, null, null);
    }

    @Test
    void the_same_number_is_the_same_customer_within_a_batch_and_across_batches() {
        Actor actor = offices.found();
        List<@Nullable CustomerId> first = customers.match(
                actor, List.of(draft(null, "周女士", "+8613800000001"), draft(null, "周", "+8613800000001")));
        List<@Nullable CustomerId> second = customers.match(actor, List.of(draft(null, null, "+8613800000001")));
        assertThat(first.get(0)).isNotNull().isEqualTo(first.get(1)).isEqualTo(second.get(0));
        assertThat(customers.count(actor, Instant.parse("2999-01-01T00:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    void the_id_of_the_source_is_stronger_than_the_number() {
        Actor actor = offices.found();
        customers.match(actor, List.of(draft("C-1", "甲", "+8613800000001"), draft("C-2", "乙", "+8613800000002")));
        List<@Nullable CustomerId> again = customers.match(
                actor,
                List.of(draft("C-1", null, null), draft("C-1", null, "+8613800000002"), draft("C-2", null, null)));
        assertThat(again.get(1)).isEqualTo(again.get(0)).isNotEqualTo(again.get(2));
    }

    @Test
    void two_ids_of_one_source_stay_two_customers_though_they_share_a_telephone() {
        Actor actor = offices.found();
        String shared = "+8613800000003";
        List<@Nullable CustomerId> batch =
                customers.match(actor, List.of(draft("C-1", "甲", shared), draft("C-2", "乙", shared)));
        List<@Nullable CustomerId> later = customers.match(
                actor,
                List.of(
                        draft("C-3", "丙", shared),
                        draft("C-2", null, shared),
                        draft(null, null, shared),
                        new CustomerDraft("crm", "77", null, shared, shared, null, null)));
        assertThat(batch).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(later.get(0)).isNotNull().isNotIn(batch);
        assertThat(later.get(1)).isEqualTo(batch.get(1));
        assertThat(later.get(2)).as("the telephone stays whose it was").isEqualTo(batch.get(0));
        assertThat(later.get(3)).as("another source numbers in its own way").isEqualTo(batch.get(0));
        assertThat(customers.points(actor, Objects.requireNonNull(later.get(0))).phones())
                .as("reached by it all the same")
                .hasSize(1);
    }

    @Test
    void nothing_to_know_somebody_by_is_an_anonymous_contact() {
        Actor actor = offices.found();
        assertThat(customers.match(actor, List.of(draft(null, null, null)))).containsOnlyNulls();
    }

    @Test
    void two_namesakes_without_a_number_stay_two_customers() {
        Actor actor = offices.found();
        List<@Nullable CustomerId> both =
                customers.match(actor, List.of(draft(null, "王芳", null), draft(null, "王芳", null)));
        assertThat(both.get(0)).isNotEqualTo(both.get(1));
    }

    @Test
    void one_bureau_never_meets_the_customers_of_another() {
        Actor here = offices.found();
        Actor there = offices.found();
        CustomerId mine = Objects.requireNonNull(customers
                .match(here, List.of(draft(null, "周", "+8613800000001")))
                .get(0));
        assertThat(customers
                        .match(there, List.of(draft(null, "周", "+8613800000001")))
                        .get(0))
                .isNotEqualTo(mine);
        assertThat(customers.cards(there, List.of(mine))).isEmpty();
        assertThatThrownBy(() -> customers.reveal(there, mine)).isInstanceOf(Problem.class);
    }

    @Test
    void two_writers_who_meet_a_new_number_at_once_make_one_customer() throws Exception {
        Actor actor = offices.found();
        CyclicBarrier together = new CyclicBarrier(4);
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            Callable<@Nullable CustomerId> writer = () -> {
                together.await();
                return customers
                        .match(actor, List.of(draft(null, "周", "+8613800000009")))
                        .get(0);
            };
            List<Future<@Nullable CustomerId>> all = writers.invokeAll(List.of(writer, writer, writer, writer));
            for (Future<@Nullable CustomerId> one : all) {
                assertThat(one.get()).isEqualTo(all.getFirst().get());
            }
        }
        assertThat(customers.count(actor, Instant.parse("2999-01-01T00:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    void a_card_is_masked_and_showing_the_whole_number_leaves_a_trail() {
        Actor actor = offices.found();
        CustomerId id = Objects.requireNonNull(customers
                .match(actor, List.of(draft(null, "周女士", "13812342046")))
                .get(0));
        assertThat(customers.cards(actor, List.of(id)).get(id))
                .extracting(CustomerCard::phone)
                .isEqualTo("138****2046");
        assertThat(customers.reveal(actor, id).phones()).containsExactly("13812342046");
        assertThat(trail.of(actor, "customer", id.value(), 10)).hasSize(1);
    }

    @Test
    void who_may_not_reveal_is_refused_and_leaves_no_trail() {
        Actor actor = offices.found();
        Actor quality = offices.hire(actor, Posts.QUALITY, "7");
        CustomerId id = Objects.requireNonNull(customers
                .match(actor, List.of(draft(null, "周女士", "13812342046")))
                .get(0));
        assertThatThrownBy(() -> customers.reveal(quality, id))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("access.denied"));
        assertThat(trail.of(actor, "customer", id.value(), 10)).isEmpty();
    }
}
