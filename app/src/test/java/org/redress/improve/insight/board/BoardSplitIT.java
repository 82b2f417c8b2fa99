package org.redress.improve.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.TaxonomyChanging;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.SheetRead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

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
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher changed;

    @Autowired
    private TransactionTemplate transaction;

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
        assertThat(SheetRead.rows(bytes("/causes/board.xlsx?by=type&lang=en")))
                .hasSize(3)
                .anySatisfy(row -> assertThat(row).startsWith("1", "Slow broadband", "4", "80"))
                .anySatisfy(row -> assertThat(row).startsWith("2", "Invoice", "1", "20"));
        assertThat(page("/causes/tickets.csv?by=type&of=slow-broadband&lang=en")
                        .lines()
                        .count())
                .as("a heading and the four behind the figure")
                .isEqualTo(5);
    }

    @Test
    void a_short_period_is_grouped_as_the_weeks_that_are_drawn_beside_it() throws Exception {
        LocalDate today = LocalDate.now(officer.zone());
        split(40);
        TicketNumber number = classified("own-2");
        deliveries.await(officer);

        String board = page("/causes?by=type&lang=en&from=" + today.minusDays(6) + "&to=" + today);
        assertThat(board).contains("was split into").doesNotContain("of=own-2");
        assertThat(page(week(board, "slow-broadband", today))).contains(number.toString());
    }

    @Test
    void a_single_week_is_grouped_as_the_page_on_which_it_stands() throws Exception {
        LocalDate day = LocalDate.now(officer.zone()).minusDays(150);
        split(200);
        TicketNumber older = classified("own-2");
        deliveries.await(officer);
        jdbc.sql("update insight.fact set received_at = ?::timestamptz where bureau = ?")
                .params(
                        day.atTime(12, 0).atZone(officer.zone()).toOffsetDateTime(),
                        officer.bureau().value())
                .update();
        classified("own-2");
        deliveries.await(officer);

        String board = page("/causes?by=type&lang=en");
        assertThat(board).contains("of=own-2").doesNotContain("was split into");
        assertThat(page(week(board, "own-2", day))).contains(older.toString());
    }

    /** As if the type had been split so many days ago. */
    private void split(int days) {
        versions.split(
                officer,
                1,
                "slow-broadband",
                List.of(new NewType("夜间网速慢", "Slow at night"), new NewType("全天网速慢", "Slow all day")),
                0,
                "分开看");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table recovery.taxonomy_version disable trigger user")
                    .update();
            jdbc.sql("""
                            update recovery.taxonomy_version set at = at - make_interval(days => ?)
                             where bureau = ? and version = 2
                            """).params(days, officer.bureau().value()).update();
            jdbc.sql("alter table recovery.taxonomy_version enable trigger user")
                    .update();
            changed.publishEvent(new TaxonomyChanging(officer.bureau()));
        });
    }

    /** Where the cell of the week leads in which a day lies. */
    private String week(String board, String type, LocalDate day) {
        LocalDate first = Trends.first(LocalDate.now(officer.zone()));
        LocalDate from = first.plusWeeks(ChronoUnit.DAYS.between(first, day) / 7);
        Matcher link = Pattern.compile("href=\"(/causes\\?from=" + from + "&amp;[^\"#]*of=" + type + ")#tickets\"")
                .matcher(board);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private String page(String path) throws Exception {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        return pages.perform(get(path).with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private TicketNumber classified(String type) {
        Ticket ticket = tickets.open(
                officer, new NewTicket(TicketKind.COMPLAINT, Channel.WEB, "", "反映一个问题", null, null, null, null));
        tickets.classify(officer, ticket.id(), ticket.version(), type);
        return ticket.number();
    }
}
