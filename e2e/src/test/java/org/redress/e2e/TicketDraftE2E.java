package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written about a ticket outlives the browser in which it was begun. */
class TicketDraftE2E {

    private static final String WORDS = "您好，师傅今天下午四点上门";

    @TempDir
    Path data;

    @Test
    void an_answer_that_was_begun_in_one_browser_is_sent_from_another() throws IOException {
        try (Browsers browsers = new Browsers();
                Product product = Product.start(data, "--empty")) {
            String password =
                    Product.run(data, "user", "password", "admin", "--json").password();
            String ticket = new Clerk(product, "admin", password).open("宽带断了").orElseThrow();
            try (Browsers.Visitor first = browsers.visitor(product, "en")) {
                first.signIn("admin", password);
                begin(first.page(), ticket);
                assertThat(first.errors()).isEmpty();
            }
            try (Browsers.Visitor second = browsers.visitor(product, "en")) {
                second.signIn("admin", password);
                goOn(second.page(), ticket);
                assertThat(second.errors()).isEmpty();
            }
        }
    }

    private static void begin(Page page, String ticket) {
        page.navigate(ticket);
        page.locator("#f-answer").pressSequentially(WORDS);
        page.locator(".r-as-answer [role=status]", new Page.LocatorOptions().setHasText("Draft kept"))
                .waitFor();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private static void goOn(Page page, String ticket) {
        page.navigate(ticket);
        assertThat(page.locator("#f-answer").inputValue()).isEqualTo(WORDS);
        page.locator(".r-as-answer button.btn-primary").click();
        page.locator(".r-msg.out", new Page.LocatorOptions().setHasText(WORDS)).waitFor();
        assertThat(page.locator("#f-answer").inputValue()).isEmpty();
    }
}
