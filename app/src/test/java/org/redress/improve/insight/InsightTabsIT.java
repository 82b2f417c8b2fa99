package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class InsightTabsIT {

    private static final Pattern TABS = Pattern.compile("<div class=\"r-tabs\">.*?</div>", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("<a href=\"([^\"]+)\" aria-current=\"(true|page)\">");

    /** What stands in a line of 1280 beside the rail: no more than about so many characters of both bars. */
    private static final int CHARACTERS = 90;

    @Autowired
    private Offices offices;

    @Autowired
    private MockMvc web;

    private Browser quality;

    @BeforeEach
    void found() throws Exception {
        Actor product = offices.found();
        quality = Browser.of(web, offices.hire(product, Posts.QUALITY, "1005"));
    }

    @Test
    void every_page_marks_its_own_tab_and_its_group_and_the_group_begins_with_its_first_page() throws Exception {
        for (InsightTabs.Group group : InsightTabs.GROUPS) {
            for (InsightTabs.Page page : group.pages()) {
                Browser.Answer shown = quality.look(page.path());
                assertThat(shown.status()).as(page.path()).isEqualTo(200);
                List<MatchResult> marked =
                        MARKED.matcher(tabs(shown.page())).results().toList();
                assertThat(marked)
                        .as(page.path())
                        .extracting(one -> one.group(2) + " " + one.group(1))
                        .containsExactly("true " + group.path(), "page " + page.path());
            }
        }
    }

    @Test
    void every_page_is_in_one_group_and_no_line_of_tabs_is_longer_than_a_screen() throws Exception {
        assertThat(InsightTabs.GROUPS.stream().flatMap(group -> group.pages().stream()))
                .hasSize(12)
                .doesNotHaveDuplicates();
        for (InsightTabs.Group group : InsightTabs.GROUPS) {
            for (String language : List.of("zh-CN", "en")) {
                String text = tabs(quality.look(group.path() + "?lang=" + language)
                                .page())
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\p{IsHan}", "xx")
                        .strip();
                assertThat(text.length()).as(text).isLessThan(CHARACTERS);
            }
        }
    }

    private static String tabs(String page) {
        return TABS.matcher(page)
                .results()
                .map(MatchResult::group)
                .reduce((one, other) -> {
                    throw new AssertionError("two bars of tabs");
                })
                .orElseThrow();
    }
}
