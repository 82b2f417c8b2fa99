package org.redress.ground.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
class RulebookIT {

    @Autowired
    Rulebook rulebook;

    @Autowired
    Trail trail;

    @Autowired
    Offices offices;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @Autowired
    UserDetailsService people;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    private Revision revision(String code, String jurisdiction, int amount, LocalDate from) {
        return new Revision(code, jurisdiction, BigDecimal.valueOf(amount), from, "order 99");
    }

    private RequestPostProcessor as(Actor command, String number) {
        return user(people.loadUserByUsername(Offices.signIn(command, number)));
    }

    @Test
    void a_new_bureau_has_every_preset_once() {
        Actor actor = offices.found();
        int rules = rulebook.list(actor).size();
        assertThat(rules).isGreaterThan(50);
        rulebook.equip(actor.bureau());
        assertThat(rulebook.list(actor)).hasSize(rules);
        assertThat(rulebook.versions(actor, "complaint.reply")).hasSize(2);
    }

    @Test
    void numbers_are_had_by_code_and_day_in_their_unit() {
        Actor actor = offices.found();
        LocalDate today = today(actor);
        assertThat(rulebook.days(actor.bureau(), "join.window.customer", today)).isEqualTo(30);
        assertThat(rulebook.count(actor.bureau(), "join.place.minimum", today)).isEqualTo(3);
        assertThat(rulebook.limit(actor.bureau(), "join.window.place", today)).isEqualTo(Limit.elapsedHours(72));
        assertThat(rulebook.limit(actor.bureau(), "cause.name.within", today)).isEqualTo(Limit.workingDays(3));
        assertThatThrownBy(() -> rulebook.days(actor.bureau(), "join.window.place", today))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rulebook.get(actor.bureau(), "complaint.reply", LocalDate.of(1999, 1, 1)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("rule.absent"));
    }

    @Test
    void another_number_is_another_version_and_the_old_one_still_holds_for_its_days() {
        Actor actor = offices.found();
        LocalDate today = today(actor);
        Rule old = rulebook.get(actor.bureau(), "repeat.window", today);
        UUID id = rulebook.revise(actor, revision("repeat.window", "house", 45, today.plusDays(1)));
        assertThat(rulebook.get(actor.bureau(), "repeat.window", today)).isEqualTo(old);
        Rule next = rulebook.get(actor.bureau(), "repeat.window", today.plusDays(1));
        assertThat(next.id()).isEqualTo(id);
        assertThat(next.limit()).isEqualTo(Limit.elapsedDays(45));
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.toBeConfirmed()).isTrue();
        assertThat(rulebook.find(actor.bureau(), old.ref())).contains(old);
        assertThat(trail.of(actor, "rule", id, 5)).extracting("deed").containsExactly("rule.revise");
    }

    @Test
    void what_cannot_be_a_number_of_its_rule_is_refused() {
        Actor actor = offices.found();
        LocalDate today = today(actor);
        assertThatThrownBy(() -> rulebook.revise(actor, revision("repeat.window", "house", 0, today)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.field()).isEqualTo("amount"));
        assertThatThrownBy(() -> rulebook.revise(actor, revision("repeat.window", "house", 5, today.plusYears(973))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.field()).isEqualTo("from"));
        assertThatThrownBy(() -> rulebook.revise(
                        actor, new Revision("join.place.minimum", "house", new BigDecimal("2.5"), today, "order 99")))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("rule.amount.whole"));
        assertThatThrownBy(() -> rulebook.revise(actor, revision("no.such", "house", 5, today)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        rulebook.revise(actor, new Revision("repeat.window", "house", BigDecimal.ONE, today, " ")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.field()).isEqualTo("source"));
    }

    @Test
    void a_number_is_confirmed_once_even_when_two_sign_at_once() throws Exception {
        Actor actor = offices.found();
        Rule rule = rulebook.get(actor.bureau(), "repeat.window", today(actor));
        assertThat(rule.toBeConfirmed()).isTrue();
        Callable<String> sign = () -> {
            try {
                rulebook.confirm(actor, "repeat.window", rule.id());
                return "signed";
            } catch (Problem refused) {
                return refused.code();
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = two.invokeAll(List.of(sign, sign));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .containsExactlyInAnyOrder("signed", "rule.confirmed");
        }
        assertThat(rulebook.get(actor.bureau(), "repeat.window", today(actor)).toBeConfirmed())
                .isFalse();
    }

    @Test
    void what_bounds_the_people_who_set_it_holds_once_somebody_else_has_signed_it() {
        Actor command = offices.found();
        Actor author = offices.hire(command, Posts.QUALITY, "1");
        Actor other = offices.hire(command, Posts.GENERAL_MANAGER, "2");
        LocalDate today = today(author);
        for (String code : List.of("authority.case.quality", "approval.second", "remedy.ceiling")) {
            BigDecimal before = rulebook.get(author.bureau(), code, today).amount();
            UUID id = rulebook.revise(author, revision(code, "house", 99_999, today));

            assertThat(rulebook.get(author.bureau(), code, today).amount()).isEqualByComparingTo(before);
            assertThat(rulebook.waiting(other)).extracting(Rule::id).containsExactly(id);
            assertThatThrownBy(() -> rulebook.confirm(author, code, id))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("rule.own"));
            rulebook.confirm(other, code, id);
            assertThat(rulebook.get(author.bureau(), code, today).amount()).isEqualByComparingTo("99999");
            assertThat(rulebook.waiting(other)).isEmpty();
        }
    }

    @Test
    void the_author_of_a_bound_finds_no_button_to_sign_it_and_the_other_does() throws Exception {
        Actor command = offices.found();
        Actor author = offices.hire(command, Posts.QUALITY, "1");
        offices.hire(command, Posts.QUALITY, "2");
        UUID id = rulebook.revise(author, revision("approval.second", "house", 5, today(author)));

        web.perform(get("/rules/approval.second?lang=en").with(as(command, "1")))
                .andExpect(content().string(containsString("Holds once somebody else confirms it")))
                .andExpect(content().string(not(containsString(id.toString()))));
        web.perform(get("/rules/approval.second").with(as(command, "2")))
                .andExpect(content().string(containsString(id.toString())));
        web.perform(get("/rules?show=open").with(as(command, "2")))
                .andExpect(content().string(containsString("approval.second")));
    }

    @Test
    void nobody_sees_a_number_before_it_is_committed_and_a_change_undone_was_none() {
        Actor actor = offices.found();
        LocalDate today = today(actor);
        assertThat(rulebook.days(actor.bureau(), "repeat.window", today)).isEqualTo(30);
        transaction.executeWithoutResult(status -> {
            rulebook.revise(actor, revision("repeat.window", "house", 45, today));
            assertThat(rulebook.days(actor.bureau(), "repeat.window", today)).isEqualTo(45);
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                assertThat(other.submit(() -> rulebook.days(actor.bureau(), "repeat.window", today)))
                        .succeedsWithin(java.time.Duration.ofSeconds(20))
                        .isEqualTo(30);
            }
            status.setRollbackOnly();
        });
        assertThat(rulebook.days(actor.bureau(), "repeat.window", today)).isEqualTo(30);
    }

    @Test
    void an_agent_reads_rules_and_neither_confirms_nor_changes_them() {
        Actor agent = offices.hire(offices.found(), Posts.AGENT, "1");
        Rule rule = rulebook.get(agent.bureau(), "repeat.window", today(agent));
        assertThat(rulebook.list(agent)).isNotEmpty();
        assertThatThrownBy(() -> rulebook.confirm(agent, "repeat.window", rule.id()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rulebook.revise(agent, revision("repeat.window", "house", 5, today(agent))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_pages_list_rules_and_show_each_with_its_versions() throws Exception {
        Actor command = offices.found();
        offices.hire(command, Posts.AGENT, "1");
        web.perform(get("/rules").with(as(command, "1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("complaint.reply")));
        web.perform(get("/rules?show=open").with(as(command, "1")))
                .andExpect(content().string(not(containsString("appeal.accept"))))
                .andExpect(content().string(containsString("repeat.window")));
        web.perform(get("/rules/complaint.reply").with(as(command, "1")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/revise"))));
        web.perform(get("/rules/no.such").with(as(command, "1"))).andExpect(status().isNotFound());
    }

    @Test
    void a_form_confirms_once_and_a_bad_number_comes_back_with_its_error() throws Exception {
        Actor command = offices.found();
        offices.hire(command, Posts.QUALITY, "1");
        Rule rule = rulebook.get(command.bureau(), "repeat.window", today(command));
        String key = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            web.perform(post("/rules/repeat.window/confirm")
                            .with(as(command, "1"))
                            .with(csrf())
                            .param("version", rule.id().toString())
                            .param("formKey", key))
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl("/rules/repeat.window"));
        }
        web.perform(post("/rules/repeat.window/revise")
                        .with(as(command, "1"))
                        .with(csrf())
                        .param("scope", "house")
                        .param("amount", "0.5")
                        .param("from", today(command).toString())
                        .param("source", "order 99")
                        .param("formKey", UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-amount-e")))
                .andExpect(content().string(containsString("order 99")));
        assertThat(rulebook.versions(command, "repeat.window")).hasSize(1);
    }
}
