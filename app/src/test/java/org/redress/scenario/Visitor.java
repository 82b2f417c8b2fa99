package org.redress.scenario;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody who asks for addresses, signed in or not. */
final class Visitor {

    private final MockMvc web;
    private final @Nullable MockHttpSession session;

    private Visitor(MockMvc web, @Nullable MockHttpSession session) {
        this.web = web;
        this.session = session;
    }

    static Visitor nobody(MockMvc web) {
        return new Visitor(web, null);
    }

    static Visitor signedIn(MockMvc web, String name, String password) throws Exception {
        return new Visitor(web, (MockHttpSession) Objects.requireNonNull(
                web.perform(post("/sign-in").with(csrf()).param("name", name).param("password", password))
                        .andReturn()
                        .getRequest()
                        .getSession()));
    }

    /** What came back: the page or file as text, or the way to the next one; why, where nobody answered for it. */
    record Seen(int status, String text, String next) {

        boolean refused() {
            return status == 403 || status == 404;
        }

        /** The page, the file, or the way to another one. */
        boolean answered() {
            return status < 400;
        }

        boolean shown() {
            return status < 300;
        }

        /** To an address that is walked itself. */
        boolean leadsElsewhere() {
            return status >= 300 && status < 400 && !asksToSignIn();
        }

        boolean asksToSignIn() {
            return status == 302 && next.endsWith("/sign-in");
        }

        boolean broken() {
            return status >= 500;
        }
    }

    Seen ask(Address address) {
        MockHttpServletRequestBuilder asked = request(address.method(), URI.create(address.path()))
                .header(HttpHeaders.ACCEPT, "text/html,*/*")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en");
        address.query().forEach(asked::queryParam);
        if (address.htmx()) {
            asked.header("HX-Request", "true");
        }
        if (!address.looks()) {
            asked.with(csrf()).param("formKey", UUID.randomUUID().toString()).param("version", "1");
        }
        if (session != null) {
            asked.session(session);
        }
        try {
            MvcResult result = web.perform(asked).andReturn();
            if (result.getRequest().isAsyncStarted()) {
                result = web.perform(asyncDispatch(result)).andReturn();
            }
            MockHttpServletResponse answer = result.getResponse();
            String next = answer.getHeader(HttpHeaders.LOCATION);
            return new Seen(
                    answer.getStatus(), answer.getContentAsString(StandardCharsets.UTF_8), next == null ? "" : next);
        } catch (Exception unanswered) {
            return new Seen(500, unanswered.toString(), "");
        }
    }
}
