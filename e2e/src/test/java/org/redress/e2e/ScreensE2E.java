package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main pages of the demonstration from a telephone to a wall display, in both languages, light and dark: nothing scrolls
 * sideways, nothing is complained of, nothing stands in the way of whoever cannot see well.
 */
class ScreensE2E {

    private static final List<Integer> WIDTHS = List.of(360, 1280, 2560);

    /** Looked at by axe as well, in both colour schemes. */
    private static final List<String> MAIN = List.of(
            "/",
            "/desk?view=open",
            "/contacts/new",
            "/causes",
            "/actions",
            "/commitments",
            "/recovery/approvals",
            "/effect");

    private static final List<String> OTHERS = List.of(
            "/contacts",
            "/contacts/mails",
            "/contacts/feelings",
            "/causes/tree",
            "/actions/new",
            "/segments",
            "/escalations",
            "/procedures",
            "/messages",
            "/messages/mine",
            "/messages/templates",
            "/hot",
            "/cards",
            "/reviews",
            "/calendars",
            "/faults",
            "/faults/new",
            "/faults/outages",
            "/promises",
            "/disputes",
            "/appeals",
            "/appeals/report",
            "/dispatches",
            "/care",
            "/recovery/ledger",
            "/recovery/balances",
            "/recovery/budgets",
            "/recovery/billing",
            "/recovery/reconciliation",
            "/recovery/limits",
            "/credits",
            "/installs",
            "/patterns",
            "/recovery-plans",
            "/reactions",
            "/reactions/apologies",
            "/follow-ups",
            "/effect/league",
            "/cases",
            "/clusters",
            "/robust",
            "/my-record",
            "/team",
            "/failure-types",
            "/failure-types/suggestions",
            "/severity",
            "/rules",
            "/keys",
            "/intake",
            "/search?q=%E5%AE%BD%E5%B8%A6");

    @TempDir
    Path folder;

    @Test
    void no_page_scrolls_sideways_complains_or_shuts_anybody_out() {
        List<String> faults = new ArrayList<>();
        Path data = folder.resolve("data");
        DemonstrationData.into(data);
        try (Browsers browsers = new Browsers();
                Product product = Product.start(data)) {
            for (String language : List.of("zh-CN", "en")) {
                try (Browsers.Visitor visitor = browsers.visitor(product, language)) {
                    visitor.context().addCookies(List.of(new Cookie("lang", language).setUrl(product.address())));
                    visitor.signIn("admin", "redress-demo");
                    MAIN.forEach(path -> look(visitor, language, path, true, faults));
                    OTHERS.forEach(path -> look(visitor, language, path, false, faults));
                    look(visitor, language, firstTicket(visitor.page()), true, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Colours are the same in both languages. */
    private static List<ColorScheme> schemes(String language) {
        return language.equals("en") ? List.of(ColorScheme.LIGHT) : List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    }

    private static String firstTicket(Page page) {
        page.navigate("/desk?view=open");
        return page.locator("a[href^='/tickets/']").first().getAttribute("href");
    }

    private static void look(
            Browsers.Visitor visitor, String language, String path, boolean whole, List<String> faults) {
        Page page = visitor.page();
        String where = language + " " + path + " ";
        Response answer = page.navigate(path);
        if (answer == null || answer.status() != 200) {
            faults.add(where + (answer == null ? "no answer" : answer.status()));
            return;
        }
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            faults.add(where + "is in another language");
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            if (page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
                    .equals(true)) {
                faults.add(where + "scrolls sideways at " + width);
            }
            if (page.evaluate("document.documentElement.scrollHeight > document.body.scrollHeight + 1")
                    .equals(true)) {
                faults.add(where + "scrolls on below its end at " + width);
            }
        }
        if (whole) {
            for (ColorScheme scheme : schemes(language)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(Rule::getId)
                                .forEach(id -> faults.add(where + scheme + " " + id));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
        }
        visitor.errors().forEach(error -> faults.add(where + error));
        visitor.errors().clear();
    }
}
