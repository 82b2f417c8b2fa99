package org.redress.improve.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

/** Figures by failure type over a split: counted together, and said so. */
@RedressIT
@Tag("S4.1")
class BoardSplitIT {

    @Autowired
    private Offices offices;

    @Autowired
    private TaxonomyVersions versions;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    private Actor officer;
    private String name;

    @BeforeEach
    void found() {
        Actor command = offices.found();
        officer = offices.hire(command, Posts.QUALITY, "1");
        name = Offices.signIn(command, "1");
    }

    @Test
    void a_period_over_a_split_counts_the_parts_as_the_type_that_was_and_says_so() throws Exception {
        classified("slow-broadband");
        classified("slow-broadband");
        versions.split(
                officer,
                1,
                "slow-broadband",
                List.of(new NewType("夜间网速慢", "Slow at night"), new NewType("全天网速慢", "Slow all day")),
                0,
                "分开看");
        classified("own-2");
        classified("own-2-2");
        classified("invoice");
        deliveries.await(officer);

        String board = page("/causes?by=type&lang=en");
        assertThat(board)
                .contains("“Slow broadband” was split into “Slow at night”, “Slow all day”")
                .contains("so all are counted as “Slow broadband”")
                .contains("of=slow-broadband")
                .doesNotContain("of=own-2");
        String file = page("/causes/board.csv?by=type&lang=en");
        assertThat(file).contains("Slow broadband,4,80").contains("Invoice,1,20");
        assertThat(page("/causes/tickets.csv?by=type&of=slow-broadband&lang=en")
                        .lines()
                        .count())
                .as("a heading and the four behind the figure")
                .isEqualTo(5);
    }

    private String page(String path) throws Exception {
        return pages.perform(get(path).with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void classified(String type) {
        Ticket ticket = tickets.open(
                officer, new NewTicket(TicketKind.COMPLAINT, Channel.WEB, "", "反映一个问题", null, null, null, null));
        tickets.classify(officer, ticket.id(), ticket.version(), type);
    }
}
