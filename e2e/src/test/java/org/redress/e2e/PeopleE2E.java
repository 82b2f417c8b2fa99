package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, and two who work at the same time. */
@Tag("S5.1")
class PeopleE2E {

    private static final String COLLEAGUE = "Lin Xiao";

    @TempDir
    static Path folder;

    private static Path data;
    private static Browsers browsers;
    private static Product product;

    @BeforeAll
    static void begin() {
        data = folder.resolve("data");
        browsers = new Browsers();
        product = Product.start(data, "--empty");
    }

    @AfterAll
    static void end() {
        if (product != null) {
            product.close();
        }
        browsers.close();
    }

    @Test
    void an_empty_bureau_has_one_administrator_whose_password_is_printed_once() {
        try (Browsers.Visitor visitor = browsers.visitor(product, "en")) {
            visitor.page().navigate("/desk");
            assertThat(visitor.page().url()).endsWith("/sign-in");
            visitor.page().locator("[name=name]").fill("admin");
            visitor.page().locator("[name=password]").fill("wrong-password");
            visitor.page().locator("form[action='/sign-in'] button").click();
            assertThat(visitor.page().url()).endsWith("/sign-in?failed");
            visitor.signIn("admin", product.password());
            assertThat(visitor.page().locator("h1").first().innerText()).isNotBlank();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void of_two_at_one_ticket_the_second_is_told_what_the_first_did_and_loses_no_word() throws IOException {
        Path file = ComplaintFile.many(folder, 2);
        assertThat(Product.run(data, "import", "complaints", file.toString()).code())
                .isZero();
        String[] add = {"user", "add", "lin", "--name", COLLEAGUE, "--number", "2107", "--post", "head", "--json"};
        String password = Product.run(data, add).password();
        try (Browsers.Visitor first = browsers.visitor(product, "en");
                Browsers.Visitor second = browsers.visitor(product, "en")) {
            first.signIn("lin", password);
            second.signIn("admin", product.password());
            bothTake(first.page(), second.page());
            bothAnswer(first.page(), second.page());
            bothClose(first.page(), second.page());
        }
    }

    private static void bothTake(Page first, Page second) {
        first.navigate("/desk?view=unclaimed");
        first.locator(".r-list a.r-row").first().click();
        first.waitForLoadState();
        second.navigate(address(first));
        Steps.press(first, "take");
        Steps.press(second, "take");
        assertThat(said(second)).contains("Somebody else took it first and answers for it.", COLLEAGUE);
        assertThat(second.locator(".r-own").innerText()).contains(COLLEAGUE);
    }

    private static void bothAnswer(Page first, Page second) {
        second.navigate(address(first));
        second.locator("#f-answer").fill("The second's careful words.");
        Steps.answer(first, "The first's words.");
        Steps.press(second, "answer");
        assertThat(said(second)).contains("Somebody changed this ticket", COLLEAGUE);
        assertThat(second.locator("#f-answer").inputValue()).isEqualTo("The second's careful words.");
        Steps.press(second, "answer");
        first.navigate(address(first));
        assertThat(first.locator(".r-thread").innerText())
                .contains("The first's words.", "The second's careful words.");
    }

    private static void bothClose(Page first, Page second) {
        Steps.classify(first);
        if (first.locator("form[action*='/start']").count() > 0) {
            Steps.press(first, "start");
        }
        Steps.settle(first, "The line was repaired.");
        Steps.find(first, "The line was broken.");
        Steps.press(first, "resolve");
        Steps.nameCause(first);
        second.navigate(address(first));
        second.locator("#f-answer").fill("One more word to the customer.");
        Page other = second.context().newPage();
        other.navigate(address(first));
        Steps.press(first, "close");

        Steps.press(other, "close");
        assertThat(said(other)).contains("Somebody changed this ticket", COLLEAGUE, "Closed");

        Steps.press(second, "answer");
        assertThat(said(second)).contains("Somebody changed this ticket", COLLEAGUE, "no place any more");
        assertThat(second.locator("#f-stranded").inputValue()).isEqualTo("One more word to the customer.");
        assertThat(first.locator("main").innerText()).contains("Closed").doesNotContain("One more word");
    }

    private static String address(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    /** What stands in place of the form that was sent. */
    private static String said(Page page) {
        return page.locator("main").innerText();
    }
}
