package org.redress.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Somebody signed in, who looks at pages and sends forms. */
public final class Browser {

    private final MockMvc web;
    private final MockHttpSession session;

    private Browser(MockMvc web, MockHttpSession session) {
        this.web = web;
        this.session = session;
    }

    public static Browser of(MockMvc web, Actor person) throws Exception {
        MockHttpSession session = (MockHttpSession) Objects.requireNonNull(web.perform(post("/sign-in")
                        .with(csrf())
                        .param("name", Offices.signIn(person, person.number()))
                        .param("password", Offices.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession());
        return new Browser(web, session);
    }

    /** What came back: the page, or the way to the next one. */
    public record Answer(int status, String page, String next) {}

    public Answer look(String path) throws Exception {
        return perform(get(URI.create(path)));
    }

    /** A file. */
    public byte[] bytes(String path) throws Exception {
        return web.perform(get(URI.create(path)).session(session))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /** Sends a form with a fresh key. */
    public Answer send(String path, String... namesAndValues) throws Exception {
        return sendAgain(UUID.randomUUID().toString(), path, namesAndValues);
    }

    /** Sends a form with a key, perhaps one that was sent before. */
    public Answer sendAgain(String key, String path, String... namesAndValues) throws Exception {
        return perform(form(key, path, namesAndValues));
    }

    private static MockHttpServletRequestBuilder form(String key, String path, String... namesAndValues) {
        MockHttpServletRequestBuilder form = post(URI.create(path)).with(csrf()).param("formKey", key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form = form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    /** Sends a form with a file in its field {@code file}. */
    public Answer upload(String path, byte[] file, String... namesAndValues) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart(URI.create(path));
        form.file(new MockMultipartFile("file", "file", null, file))
                .with(csrf())
                .param("formKey", UUID.randomUUID().toString());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return perform(form);
    }

    /** What a page sends by itself while somebody types into a form. */
    public Answer type(String key, String path, String... namesAndValues) throws Exception {
        return perform(form(key, path, namesAndValues).header("HX-Request", "true"));
    }

    private Answer perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse response = web.perform(request.session(session)
                        .header(HttpHeaders.ACCEPT, "text/html")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .andReturn()
                .getResponse();
        String next = response.getHeader(HttpHeaders.LOCATION);
        return new Answer(
                response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), next == null ? "" : next);
    }
}
