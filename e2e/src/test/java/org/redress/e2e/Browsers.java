package org.redress.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Chromium for all browser tests; each test has a context of its own and sees every error the page reports. */
final class Browsers implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    Browsers() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path chromium() {
        String found = System.getenv().getOrDefault("REDRESS_CHROMIUM", "/usr/bin/chromium"); // set by ./redress test
        return Stream.of(found, "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium: install it, e.g. apt-get install chromium"));
    }

    /** Somebody at a screen. */
    Visitor visitor(Product product, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(product.address())
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai"));
        Page page = context.newPage();
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        return new Visitor(context, page, errors);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** A browser context with its page and what the page complained of. */
    record Visitor(BrowserContext context, Page page, List<String> errors) implements AutoCloseable {

        void signIn(String name, String password) {
            page.navigate("/sign-in");
            page.locator("[name=name]").fill(name);
            page.locator("[name=password]").fill(password);
            page.locator("form[action='/sign-in'] button").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
