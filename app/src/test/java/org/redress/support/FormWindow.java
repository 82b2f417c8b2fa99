package org.redress.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A window in which somebody has a page open: one of its forms, with what it carries. */
public final class FormWindow {

    private static final Pattern CARRIED =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Browser browser;
    private final String action;
    private final String html;
    private final Map<String, String> carried = new LinkedHashMap<>();

    private FormWindow(Browser browser, String action, String html) {
        this.browser = browser;
        this.action = action;
        this.html = html;
        Matcher fields = CARRIED.matcher(html);
        while (fields.find()) {
            carried.put(fields.group(1), fields.group(2).replace("&amp;", "&"));
        }
        carried.remove("_csrf");
    }

    /** @param action of the form, without what brings back to where one was */
    public static FormWindow open(Browser browser, String page, String action) throws Exception {
        return on(browser, browser.look(page).page(), action);
    }

    public static FormWindow on(Browser browser, String page, String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "[\"?#].*?</form>", Pattern.DOTALL)
                .matcher(page);
        assertThat(form.find()).as("the form " + action + " on\n" + page).isTrue();
        return new FormWindow(browser, action, form.group());
    }

    /** As it is drawn. */
    public String html() {
        return html;
    }

    public String key() {
        return carried.getOrDefault("formKey", "");
    }

    /** What the page sends by itself while somebody types. */
    public Browser.Answer type(String... namesAndValues) throws Exception {
        return browser.type(key(), "/drafts", with(namesAndValues));
    }

    public Browser.Answer send(String... namesAndValues) throws Exception {
        return sendTo(action, namesAndValues);
    }

    /** Presses a button that leads elsewhere. */
    public Browser.Answer sendTo(String address, String... namesAndValues) throws Exception {
        return browser.sendAgain(key(), address, with(namesAndValues));
    }

    private String[] with(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>(carried);
        fields.remove("formKey");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        List<String> all = new ArrayList<>();
        fields.forEach((name, value) -> {
            all.add(name);
            all.add(value);
        });
        return all.toArray(String[]::new);
    }
}
