package org.redress.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** What a person does on the page of a ticket. */
final class Steps {

    private Steps() {}

    /** Presses the button of a step that asks for nothing more. */
    static void press(Page page, String step) {
        page.locator("form[action*='/" + step + "'] button[type=submit]")
                .first()
                .click();
        page.waitForLoadState();
    }

    /** Takes the suggested failure type, or the third where none is suggested. */
    static void classify(Page page) {
        Locator take = page.locator("form[action*='/classify']:has(input[type=hidden][name=failureType]) button");
        if (take.count() > 0) {
            take.first().click();
        } else {
            page.locator("select[name=failureType]").selectOption(new SelectOption().setIndex(3));
            page.locator("form[action*='/classify'] button[type=submit]").last().click();
        }
        page.waitForLoadState();
    }

    static void answer(Page page, String text) {
        page.locator("#f-answer").fill(text);
        press(page, "answer");
    }

    static void settle(Page page, String text) {
        page.locator("#f-settle").fill(text);
        press(page, "settle");
    }

    static void find(Page page, String why) {
        page.locator("#f-find").fill(why);
        press(page, "find");
    }

    static void nameCause(Page page) {
        page.locator("#f-cause").selectOption(new SelectOption().setIndex(2));
        press(page, "cause");
    }
}
