package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts taken by the keyboard: found while typing, a draft that outlives its browser, one key for what it becomes. */
@Tag("S5.1")
@Tag("S5.2")
class ContactE2E {

    @TempDir
    Path data;

    @Test
    void a_contact_begun_in_one_browser_is_recorded_by_one_key_in_another() {
        try (Browsers browsers = new Browsers();
                Product product = Product.start(data, "--empty")) {
            String password =
                    Product.run(data, "user", "password", "admin", "--json").password();
            try (Browsers.Visitor first = browsers.visitor(product, "en")) {
                first.signIn("admin", password);
                record(first.page());
                begin(first.page());
                assertThat(first.errors()).isEmpty();
            }
            try (Browsers.Visitor second = browsers.visitor(product, "en")) {
                second.signIn("admin", password);
                goOn(second.page());
                assertThat(second.errors()).isEmpty();
            }
        }
    }

    /** A newcomer's fault: typed, a mood chosen, one key. */
    private static void record(Page page) {
        page.navigate("/contacts/new");
        assertThat(page.locator("#f-q").evaluate("element => element === document.activeElement"))
                .isEqualTo(true);
        page.locator("summary", new Page.LocatorOptions().setHasText("Not on file"))
                .click();
        page.locator("#f-name").fill("周丽华");
        page.locator("#f-phone").fill("13812342046");
        page.locator("[name=mood][value=WORRIED]").check();
        page.locator("#f-words").fill("宽带断了，光猫红灯一直闪。");
        page.keyboard().press("Alt+Digit2");
        page.waitForURL("**/tickets/*");
        assertThat(page.locator("main").innerText()).contains("宽带断了", "Contacts about this ticket", "Worried");
    }

    /** The same customer is found by pinyin initials while typing; then the browser is closed in mid-sentence. */
    private static void begin(Page page) {
        page.navigate("/contacts/new");
        page.locator("#f-q").pressSequentially("zlh");
        page.locator("#found button").first().waitFor();
        assertThat(page.locator("#found").innerText()).contains("周丽华", "138****2046");
        page.locator("#found button").first().press("Enter");
        page.waitForURL("**/contacts/new?draft=*");
        assertThat(page.locator(".rt").innerText()).contains("宽带断了", "No service in use.");
        page.locator("#f-words").pressSequentially("又断了，第二次");
        page.locator("#saved", new Page.LocatorOptions().setHasText("Draft kept"))
                .waitFor();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private static void goOn(Page page) {
        page.navigate("/contacts/new");
        page.locator(".rt a", new Page.LocatorOptions().setHasText("又断了")).click();
        assertThat(page.locator("#f-words").inputValue()).isEqualTo("又断了，第二次");
        page.locator("[name=mood][value=ANGRY]").check();
        page.locator("button[name=ticket]").first().click();
        page.waitForURL("**/tickets/*");
        assertThat(page.locator(".r-thread").innerText()).contains("又断了，第二次");
        page.navigate("/contacts");
        assertThat(page.locator("table").innerText()).contains("又断了，第二次", "Added to a ticket", "Made a ticket");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
