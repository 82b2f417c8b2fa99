package org.redress.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class SignInIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void nobody_gets_anywhere_without_signing_in() throws Exception {
        for (String path : new String[] {"/", "/desk", "/rules", "/intake", "/causes", "/anything"}) {
            web.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
        }
        web.perform(get("/livez")).andExpect(status().isOk());
    }

    @Test
    void the_right_password_opens_and_a_wrong_one_does_not() throws Exception {
        Actor command = offices.found();
        offices.hire(command, Posts.AGENT, "2107");
        String name = Offices.signIn(command, "2107");
        web.perform(post("/sign-in").with(csrf()).param("name", name).param("password", "wrong"))
                .andExpect(redirectedUrl("/sign-in?failed"));
        web.perform(post("/sign-in").with(csrf()).param("name", name).param("password", Offices.PASSWORD))
                .andExpect(redirectedUrl("/"));
        staff.setActive(command, name, false);
        web.perform(post("/sign-in").with(csrf()).param("name", name).param("password", Offices.PASSWORD))
                .andExpect(redirectedUrl("/sign-in?failed"));
    }

    @Test
    void a_forged_request_is_refused() throws Exception {
        web.perform(post("/sign-in").param("name", "x").param("password", "y")).andExpect(status().isForbidden());
    }

    @Test
    void the_policy_allows_no_inline_script_and_no_other_host() throws Exception {
        web.perform(get("/sign-in"))
                .andExpect(header().string(
                                "Content-Security-Policy", org.hamcrest.Matchers.startsWith("default-src 'self'")))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("unsafe"))));
    }

    @Test
    void the_language_that_somebody_chose_is_theirs_wherever_they_sign_in_next() throws Exception {
        Actor command = offices.found();
        Actor chooser = offices.hire(command, Posts.HEAD, "1");
        Actor colleague = offices.hire(command, Posts.HEAD, "2");
        assertThat(Browser.of(web, chooser).look("/desk").page()).contains("<html lang=\"en\"");

        Browser.of(web, chooser).send("/language", "lang", "zh-CN", "path", "/desk");
        assertThat(Browser.of(web, chooser).look("/desk").page()).contains("<html lang=\"zh-CN\"");
        assertThat(Browser.of(web, colleague).look("/desk").page()).contains("<html lang=\"en\"");
    }

    @Test
    void passwords_are_kept_as_argon2id() {
        Actor command = offices.found();
        offices.hire(command, Posts.AGENT, "1");
        assertThat(jdbc.queryForList(
                        "select password from identity.staff where bureau = ?",
                        String.class,
                        command.bureau().value()))
                .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$"));
    }

    @Test
    void short_passwords_and_taken_names_are_refused_and_an_agent_hires_nobody() {
        Actor command = offices.found();
        Actor agent = offices.hire(command, Posts.AGENT, "1");
        assertThatThrownBy(() -> staff.add(command, "short@x", "short", "某", "9", command.unit(), Posts.AGENT))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.field()).isEqualTo("password"));
        assertThatThrownBy(() -> offices.hire(command, Posts.AGENT, "1"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("staff.taken"));
        assertThatThrownBy(() -> offices.hire(agent, Posts.AGENT, "2"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("access.denied"));
    }
}
