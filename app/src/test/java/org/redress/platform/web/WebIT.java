package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.text.Words;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The web layer alone, on a real port: no module of the trade and no database. */
@SpringBootTest(
        classes = WebIT.Site.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.servlet.multipart.max-file-size=100KB",
            "spring.servlet.multipart.max-request-size=100KB",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
class WebIT {

    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]{12}/[\\w.-]+");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void a_page_says_its_length_and_its_language() throws Exception {
        HttpResponse<String> page = get("/keys", "Accept-Language", "zh-TW,zh;q=0.9", "Accept-Encoding", "identity");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValueAsLong("Content-Length").orElse(0))
                .isEqualTo(page.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        assertThat(page.body()).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void the_language_is_the_addresss_then_the_cookies_then_the_browsers_then_the_houses() throws Exception {
        assertThat(get("/tongue").body()).isEqualTo("zh-CN");
        assertThat(get("/tongue", "Accept-Language", "fr,en;q=0.5").body()).isEqualTo("en");
        assertThat(get("/tongue", "Accept-Language", ";;q=x").body()).isEqualTo("zh-CN");

        post("/language", "lang=en&path=%2Fkeys");

        assertThat(get("/tongue", "Accept-Language", "zh-CN").body()).isEqualTo("en");
        assertThat(get("/tongue?lang=zh-CN").body()).isEqualTo("zh-CN");
        assertThat(get("/tongue?lang=tlh").body()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({
        "/desk?view=late, /desk?view=late",
        "//evil.example/x, /",
        "/\\evil.example, /",
        "https://evil.example/, /",
        "'', /"
    })
    void a_choice_comes_back_to_a_path_of_this_product_only(String path, String back) throws Exception {
        HttpResponse<String> answer = post("/theme", "theme=dark&path=" + java.net.URLEncoder.encode(path, "UTF-8"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(back);
        assertThat(answer.headers().firstValue("Set-Cookie")).get().asString().contains("theme=dark", "SameSite=Lax");
    }

    @Test
    void an_asset_is_kept_for_ever_and_an_old_address_leads_to_the_new_one() throws Exception {
        String path = assets(get("/keys").body()).findFirst().orElseThrow();

        HttpResponse<String> now = get(path);
        HttpResponse<String> old = get(path.replaceFirst("/[0-9a-f]{12}/", "/000000000000/"));

        assertThat(now.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(old.statusCode()).isEqualTo(302);
        assertThat(old.headers().firstValue("Location")).hasValue(path);
        assertThat(get("/assets/000000000000/none.css").statusCode()).isEqualTo(404);
    }

    @Test
    void the_first_view_weighs_less_than_120_kibibytes() throws Exception {
        HttpResponse<byte[]> page = bytes("/keys");
        long weight = page.body().length;
        for (String path : assets(get("/keys").body()).distinct().toList()) {
            weight += bytes(path).body().length;
        }
        String font = "/assets/" + get("/keys").body().replaceAll("(?s).*?/assets/([0-9a-f]{12})/.*", "$1")
                + "/inter-latin.woff2";
        weight += bytes(font).body().length;

        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(weight).isLessThan(120 * 1024);
    }

    @ParameterizedTest
    @CsvSource({"/nothing/here, 404", "/theme, 405", "/problem, 409", "/boom, 500", "/broken, 500"})
    void a_browser_reads_what_failed_and_no_trace_of_the_code(String path, int status) throws Exception {
        HttpResponse<String> english = get(path + "?lang=en", "Accept", "text/html,*/*;q=0.8");
        HttpResponse<String> chinese = get(path + "?lang=zh-CN", "Accept", "text/html,*/*;q=0.8");

        assertThat(english.statusCode()).isEqualTo(status);
        assertThat(english.body())
                .contains("<html lang=\"en\"", Words.of(Words.ENGLISH).text("failure." + status + ".title"))
                .doesNotContain("Exception", "org.redress", "secret of the house");
        assertThat(chinese.body()).contains(Words.of(Words.CHINESE).text("failure." + status + ".title"));
    }

    @Test
    void a_program_reads_a_problem() throws Exception {
        HttpResponse<String> answer = get("/problem?lang=en", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":409", "\"code\":\"form.key\"", "\"type\":\"urn:redress:problem:form.key\"");
    }

    @Test
    void a_part_of_a_page_gets_a_part() throws Exception {
        HttpResponse<String> answer = get("/problem", "HX-Request", "true", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("r-alert").doesNotContain("<html");
    }

    @Test
    void a_form_whose_session_is_over_is_told_so() throws Exception {
        HttpResponse<String> answer = send("/change", "application/x-www-form-urlencoded", "_csrf=stale");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("form.expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {150_000, 3_000_000})
    void a_file_that_is_too_large_is_told_so(int size) throws Exception {
        String token = token();
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + "x".repeat(size) + "\r\n--b--\r\n";

        HttpResponse<String> answer = send("/upload", "multipart/form-data; boundary=b", body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(Words.of(Words.CHINESE).text("failure.413.title"));
    }

    @Test
    void a_long_name_of_a_file_is_taken_and_an_endless_one_is_told_so() throws Exception {
        assertThat(named("名".repeat(1000)).statusCode()).isEqualTo(303);

        HttpResponse<String> endless = named("x".repeat(60_000));

        assertThat(endless.statusCode()).isBetween(400, 413);
        assertThat(endless.body()).contains("r-fail", "lang=\"zh-CN\"").doesNotContain("at org.");
    }

    private HttpResponse<String> named(String name) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + ".csv\"\r\n\r\nx\r\n--b--\r\n";
        return send("/upload", "multipart/form-data; boundary=b", body);
    }

    @Test
    void a_notice_is_shown_once_and_escaped() throws Exception {
        HttpResponse<String> answer = post("/change", "x=1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get("/keys").body()).contains("3 &lt; 4");
        assertThat(get("/keys").body()).doesNotContain("3 &lt; 4");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(path, "application/x-www-form-urlencoded", form + "&_csrf=" + token());
    }

    private HttpResponse<String> send(String path, String type, String body) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        return TOKEN.matcher(get("/keys").body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<String> assets(String page) {
        return ASSET.matcher(page).results().map(MatchResult::group);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @EnableAutoConfiguration
    @Import({
        Assets.class,
        Choices.class,
        ErrorPages.class,
        Languages.class,
        ProblemAdvice.class,
        Shells.class,
        WebSetup.class,
        Doors.class
    })
    static class Site {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                    .exceptionHandling(refused -> refused.accessDeniedHandler(new Refusal()))
                    .build();
        }
    }

    @Controller
    static class Doors {

        @GetMapping("/tongue")
        @ResponseBody
        String tongue(Words words) {
            return words.tag();
        }

        @GetMapping("/problem")
        ModelAndView problem() {
            throw Problem.conflict("form.key");
        }

        @GetMapping("/boom")
        ModelAndView boom() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping("/broken")
        ModelAndView broken() {
            return Page.of("web/problem", "no failure");
        }

        @PostMapping("/change")
        ModelAndView change() {
            return Page.then("/keys", Notice.done("3 < 4"));
        }

        @PostMapping("/upload")
        ModelAndView upload(@RequestParam MultipartFile file) {
            return Page.then("/keys");
        }
    }
}
