package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.procedure.Departments.task;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.support.Browser;
import org.redress.support.FormWindow;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a department writes about its part of a matter outlives the browser, until it is sent. */
@RedressIT
@Tag("S5.3")
class SegmentDraftsIT {

    private static final String REPORT = "现场复测，分光箱进水，已换新箱，\n光功率恢复到 -18 dBm";

    @Autowired
    Segments segments;

    @Autowired
    Tickets tickets;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    MockMvc web;

    private Departments all;
    private String page;
    private String segment;

    @BeforeEach
    void open() {
        all = new Departments(bureaus, staff, actors);
        TicketId ticket = all.ticket(tickets);
        page = "/tickets/" + ticket.value();
        segment = page + "/segments/"
                + SegmentsIT.done(segments.send(all.lin, ticket, task(all.he), ""))
                        .id()
                        .value();
    }

    @Test
    void the_report_of_a_department_stands_there_again_until_it_is_sent() throws Exception {
        Browser he = Browser.of(web, all.he);
        he.send(segment + "/accept");
        assertThat(FormWindow.open(he, page, segment + "/finish")
                        .type("report", REPORT)
                        .page())
                .contains("Draft kept");

        FormWindow again = FormWindow.open(Browser.of(web, all.he), page, segment + "/finish");
        assertThat(again.html()).contains(">" + REPORT + "</textarea>", "Draft kept");
        assertThat(Browser.of(web, all.lin).look(page).page()).doesNotContain(REPORT);

        again.send("report", "");
        assertThat(FormWindow.open(he, page, segment + "/finish").html()).doesNotContain(REPORT);
        FormWindow.open(he, page, segment + "/finish").type("report", REPORT);
        assertThat(FormWindow.open(he, page, segment + "/finish")
                        .send("report", REPORT)
                        .status())
                .isEqualTo(303);
        assertThat(he.look("/drafts").page()).contains("Everything that you have written is sent");
    }

    @Test
    void a_reason_that_is_begun_unfolds_its_form_and_is_discarded_with_it() throws Exception {
        Browser he = Browser.of(web, all.he);
        FormWindow.open(he, page, segment + "/return").type("why", "不归我们");

        String shown = he.look(page).page();
        assertThat(shown)
                .contains(">不归我们</textarea>")
                .containsPattern("<details class=\"r-fold\" open>[^§]*?/return\"");
        FormWindow.on(he, shown, segment + "/return").sendTo("/drafts/discard", "why", "不归我们");
        assertThat(he.look(page).page()).contains("The draft is discarded.").doesNotContain("不归我们");
    }
}
