package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.support.Browser;
import org.redress.support.FormWindow;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A report to the fault desk that is begun outlives the browser, until it is a report. */
@RedressIT
@Tag("S5.6")
class FaultDraftsIT {

    private static final String WORDS = "客户说雨后电话里全是杂音，昨天起一句也听不清";

    @Autowired
    LineBook book;

    @Autowired
    Customers customers;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private RepairOffice all;
    private String page;

    @BeforeEach
    void open() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
        page = "/faults/new?line=" + all.fixed.id().value();
    }

    private FormWindow window(Actor of) throws Exception {
        return FormWindow.open(Browser.of(web, of), page, "/faults");
    }

    private int kept() {
        return jdbc.sql("select count(*) from platform.form_draft where bureau = ?")
                .param(all.command.bureau().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_was_typed_into_a_report_stands_there_again_in_another_browser_and_for_nobody_else() throws Exception {
        assertThat(window(all.lin).type("words", WORDS, "mood", "ANGRY").page()).contains("Draft kept");

        FormWindow again = window(all.lin);
        assertThat(again.html()).contains(">" + WORDS + "</textarea>", "value=\"ANGRY\" checked", "Draft kept");
        assertThat(Browser.of(web, all.lin).look("/drafts").page())
                .contains(WORDS, "href=\"/faults/new?line=" + all.fixed.id().value());
        assertThat(Browser.of(web, all.zheng).look(page).page()).doesNotContain(WORDS, "Draft kept");

        assertThat(again.send("words", WORDS, "mood", "ANGRY").status()).isEqualTo(303);
        assertThat(kept()).isZero();
        assertThat(again.type("words", WORDS).page()).contains("sent or discarded already");
        assertThat(kept()).isZero();
    }

    @Test
    void a_report_that_is_gone_on_with_was_begun_when_the_customer_called_and_never_in_the_future() throws Exception {
        long called = Instant.now().minus(Duration.ofMinutes(20)).toEpochMilli();
        window(all.lin).type("words", WORDS, "begun", Long.toString(called));
        assertThat(window(all.lin).html()).contains(begun(called));

        long future = Instant.now().plus(Duration.ofDays(1)).toEpochMilli();
        window(all.lin).type("words", WORDS, "begun", Long.toString(future));
        assertThat(window(all.lin).html()).contains("name=\"begun\"").doesNotContain(begun(future));
        window(all.lin).type("words", WORDS, "begun", "yesterday");
        assertThat(window(all.lin).html()).contains(">" + WORDS + "</textarea>").doesNotContain("yesterday");
    }

    private static String begun(long at) {
        return "name=\"begun\" value=\"" + at + "\"";
    }

    @Test
    void questions_and_a_test_on_the_way_keep_the_report_and_its_answers() throws Exception {
        String asked = window(all.lin)
                .sendTo("/faults/new/answer", "words", WORDS, "answer", "tone.none")
                .page();
        assertThat(FormWindow.on(Browser.of(web, all.lin), asked, "/faults").html())
                .contains("Draft kept", "value=\"tone.none\"");
        assertThat(window(all.lin).html()).contains(">" + WORDS + "</textarea>", "value=\"tone.none\"");

        String tested = window(all.lin)
                .sendTo("/faults/new/test", "words", WORDS + "。", "said", "tone.none")
                .page();
        assertThat(tested).contains(">" + WORDS + "。</textarea>");
        FormWindow after = window(all.lin);
        assertThat(after.html()).contains(">" + WORDS + "。</textarea>", "value=\"tone.none\"");
        assertThat(after.send("words", WORDS, "mood", "WORRIED").status()).isEqualTo(303);
        assertThat(kept()).isZero();
    }

    @Test
    void a_report_that_was_refused_is_kept_and_one_that_is_behind_overwrites_nothing() throws Exception {
        FormWindow first = window(all.lin);
        FormWindow second = window(all.lin);
        assertThat(first.send("words", WORDS).page()).contains(">" + WORDS + "</textarea>", "Draft kept");

        String refused = second.send("words", "另一个窗口写的").page();
        assertThat(refused).contains(">另一个窗口写的</textarea>", "Another window has gone on");
        assertThat(window(all.lin).html()).contains(">" + WORDS + "</textarea>");
    }

    @Test
    void a_report_of_a_line_that_went_under_repair_meanwhile_is_refused_and_its_words_stay() throws Exception {
        FormWindow mine = window(all.lin);
        mine.type("words", WORDS);
        window(all.tang).send("words", "同事先报了", "mood", "CALM");

        Browser.Answer refused = mine.send("words", WORDS, "mood", "ANGRY");
        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.next()).startsWith("/tickets/");
        Browser lin = Browser.of(web, all.lin);
        assertThat(lin.look("/drafts").page()).contains(WORDS);
        assertThat(mine.type("words", WORDS + "。").page()).contains("Draft kept");
    }
}
