package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from end to end, as a person does it: a file of complaints goes in, the closed loop comes out. */
@Tag("S5.1")
class RingE2E {

    private static final int TICKETS = 5;
    private static final int REFUSED = 5;

    /** The complaints of the sample are of that year. */
    private static final String BOARD = "/causes?from=2015-01-01&to=2015-12-31";

    @TempDir
    Path folder;

    @Test
    void a_file_of_complaints_goes_in_and_five_tickets_go_round_the_ring_and_survive_a_restart() throws IOException {
        Path data = folder.resolve("data");
        Path file = ComplaintFile.sample(folder);
        List<String> done;
        String password;
        try (Browsers browsers = new Browsers();
                Product product = Product.start(data, "--empty");
                Browsers.Visitor visitor = browsers.visitor(product, "en")) {
            password = product.password();
            visitor.signIn("admin", password);
            importByPage(visitor.page(), file);
            done = goRound(visitor.page());
            assertThat(visitor.errors()).isEmpty();

            Product.Outcome again = Product.run(data, "import", "complaints", file.toString());
            assertThat(again.said())
                    .contains(ComplaintFile.SAMPLE_ROWS + " rows in = 0 created + 0 updated + "
                            + ComplaintFile.SAMPLE_ROWS + " unchanged + 0 sent back");
            assertThat(again.code()).isZero();

            String nowhere = folder.resolve("nowhere").resolve("back.csv").toString();
            Product.Outcome refused = Product.run(data, "import", "complaints", file.toString(), "--rejected", nowhere);
            assertThat(refused.said()).contains(nowhere);
            assertThat(refused.code()).isEqualTo(REFUSED);
        }
        try (Browsers browsers = new Browsers();
                Product product = Product.start(data);
                Browsers.Visitor visitor = browsers.visitor(product, "en")) {
            visitor.signIn("admin", password);
            for (String address : done) {
                visitor.page().navigate(address);
                assertThat(visitor.page().locator("main").innerText())
                        .contains("Closed")
                        .contains("We are sorry, and we have put it right.")
                        .contains("Line tested and measured, credit agreed.");
            }
            feedBack(visitor.page());
            assertThat(visitor.errors()).isEmpty();
        }
    }

    private static void importByPage(Page page, Path file) throws IOException {
        page.navigate("/intake");
        drop(page, file);
        if (!page.url().matches(".*/intake/[0-9a-f-]{36}.*")) {
            page.locator("form[action='/intake'] button[type=submit]").click();
            page.waitForURL("**/intake/*");
        }
        Locator conflict = page.locator("input[type=radio][name^='date.']");
        assertThat(conflict.count()).as("the swapped days and months are shown").isPositive();
        assertThat(page.locator("main").innerText()).containsPattern("\\b13\\b");
        page.locator("input[type=radio][name^='date.'][value*='SWAP']").first().check();
        page.locator("button[name=do][value=try]").click();
        page.waitForLoadState();
        page.locator("button[name=do][value=write]").first().click();
        page.waitForLoadState();
        page.waitForCondition(() -> {
            page.navigate("/desk?view=unclaimed");
            return page.locator(".r-list a.r-row").count() >= TICKETS;
        });
    }

    /** Drags the file onto the page and lets it go there. */
    private static void drop(Page page, Path file) throws IOException {
        String name = file.getFileName().toString();
        JSHandle transfer =
                page.evaluateHandle("""
                ([name, content]) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
                  return transfer;
                }
                """, List.of(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        page.locator("[data-drop]").dispatchEvent("drop", Map.of("dataTransfer", transfer));
        assertThat(page.locator("[data-drop] output").innerText()).isEqualTo(name);
    }

    /** From the figure of the most frequent cause to the tickets behind it, and to an action against it. */
    private static void feedBack(Page page) {
        page.waitForCondition(() -> {
            page.navigate(BOARD);
            return page.locator("table.r-pareto").count() > 0;
        });
        Locator row = page.locator("table.r-pareto tbody tr").first();
        String cause = row.locator("td a").first().innerText();
        Locator figure = row.locator("td.r-num a");
        assertThat(figure.innerText()).isEqualTo(Integer.toString(TICKETS));
        String of = figure.getAttribute("href").replaceAll(".*[?&]of=([^&#]*).*", "$1");
        figure.click();
        page.waitForLoadState();
        assertThat(page.locator("#tickets tbody tr").count()).isEqualTo(TICKETS);

        page.navigate("/actions/new?cause=" + of);
        page.locator("#f-what").fill("Waterproof boxes in every street");
        page.locator("#f-owner").selectOption(new SelectOption().setIndex(1));
        page.locator("#f-due").fill("2099-12-31");
        page.locator("form[action='/actions'] button[type=submit]").click();
        page.waitForURL(url -> url.matches(".*/actions/[0-9a-f-]{36}.*"));
        assertThat(page.locator("main").innerText()).contains("A-001", "Waterproof boxes in every street", cause);
    }

    /** Takes open tickets one after the other from taken to closed; returns their addresses. */
    private static List<String> goRound(Page page) {
        List<String> done = new ArrayList<>();
        while (done.size() < TICKETS) {
            page.navigate("/desk?view=unclaimed");
            page.locator(".r-list a.r-row").first().click();
            page.waitForLoadState();
            String address = page.url().replaceFirst("https?://[^/]+", "");
            Steps.press(page, "take");
            if (page.locator("form[action*='/start']").count() > 0) {
                Steps.press(page, "start");
            }
            Steps.classify(page);
            Steps.answer(page, "We are sorry, and we have put it right.");
            Steps.settle(page, "Line tested and measured, credit agreed.");
            Steps.find(page, "The line was down for nine days.");
            Steps.press(page, "resolve");
            Steps.nameCause(page);
            Steps.press(page, "close");
            assertThat(page.locator("main").innerText()).contains("Closed");
            done.add(address);
        }
        return done;
    }
}
