package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.ticket.DeskFixture.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S5.1")
class JoinsIT {

    private static final AtomicInteger PHONES = new AtomicInteger(1000);

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskFixture desk;

    @Test
    void two_complaints_of_one_customer_about_one_subject_are_proposed_the_first_leading() {
        String phone = phone();
        Ticket first = tickets.open(desk.lin, matter("积分没到账", phone, null));
        Ticket second = tickets.open(desk.tang, matter("积分 没到账！", phone, null));
        tickets.open(desk.lin, matter("积分没到账", phone(), null));
        tickets.open(desk.lin, matter("换卡要排队", phone, null));
        assertThat(joins.proposalsFor(desk.lin, second.id())).singleElement().satisfies(proposal -> {
            assertThat(proposal.reason()).isEqualTo(JoinProposal.Reason.CUSTOMER);
            assertThat(proposal.lead().id()).isEqualTo(first.id());
            assertThat(proposal.tickets()).extracting(TicketCard::id).containsExactly(second.id());
        });
    }

    @Test
    void complaints_from_one_place_are_proposed_only_when_they_are_as_many_as_the_rule_says() {
        Ticket first = tickets.open(desk.lin, matter("小区停机", phone(), "石桥镇"));
        Ticket second = tickets.open(desk.lin, matter("小区停机", phone(), "石桥镇"));
        assertThat(joins.proposalsFor(desk.lin, first.id())).isEmpty();
        Ticket third = tickets.open(desk.lin, matter("小区停机", phone(), "石桥镇"));
        tickets.open(desk.lin, matter("小区停机", phone(), "枫林镇"));
        assertThat(joins.proposalsFor(desk.lin, first.id())).singleElement().satisfies(proposal -> {
            assertThat(proposal.reason()).isEqualTo(JoinProposal.Reason.PLACE);
            assertThat(proposal.lead().id()).isEqualTo(first.id());
            assertThat(proposal.tickets()).extracting(TicketCard::id).containsExactly(second.id(), third.id());
        });
        Ticket fourth = tickets.open(desk.lin, matter("小区停机", phone(), "石桥镇"));
        assertThat(joins.proposalsFor(desk.lin, fourth.id()).getFirst().tickets())
                .hasSize(3);
    }

    @Test
    void a_proposal_stands_back_behind_one_that_has_all_its_tickets_and_more() {
        String phone = phone();
        Ticket first = tickets.open(desk.lin, matter("路灯不亮", phone, "杏花里"));
        Ticket second = tickets.open(desk.lin, matter("路灯不亮", phone, "杏花里"));
        assertThat(joins.proposalsFor(desk.lin, second.id()))
                .extracting(JoinProposal::reason)
                .containsExactly(JoinProposal.Reason.CUSTOMER);
        tickets.open(desk.lin, matter("路灯不亮", phone(), "杏花里"));
        assertThat(joins.proposalsFor(desk.lin, second.id()))
                .extracting(JoinProposal::reason)
                .containsExactly(JoinProposal.Reason.PLACE);
        joins.dismiss(desk.lin, first.id(), JoinProposal.Reason.PLACE);
        assertThat(joins.proposalsFor(desk.lin, second.id()))
                .extracting(JoinProposal::reason)
                .containsExactly(JoinProposal.Reason.CUSTOMER);
    }

    @Test
    void tickets_that_come_in_together_find_each_their_own_time() {
        Instant spring = Instant.parse("2026-03-01T08:00:00Z");
        Instant autumn = Instant.parse("2026-09-01T08:00:00Z");
        List<UUID> fresh = new ArrayList<>();
        for (Instant season : List.of(autumn, spring)) {
            for (int hour = 0; hour < 3; hour++) {
                fresh.add(tickets.open(desk.lin, at(season.plus(Duration.ofHours(hour))))
                        .id()
                        .value());
            }
        }
        jdbc.sql("delete from ticket.join_proposal where bureau = ?")
                .param(desk.bureau.id().value())
                .update();
        seeker.seek(desk.lin, fresh);
        assertThat(fresh.stream()
                        .map(id -> joins.proposalsFor(desk.lin, new TicketId(id)))
                        .map(List::getFirst)
                        .map(proposal -> proposal.lead().id().value()))
                .containsExactly(fresh.get(0), fresh.get(0), fresh.get(0), fresh.get(3), fresh.get(3), fresh.get(3));
    }

    private static NewTicket at(Instant received) {
        NewTicket plain = matter("水压低", phone(), "柳树巷");
        return new NewTicket(
                plain.kind(),
                plain.channel(),
                plain.subject(),
                plain.text(),
                plain.customer(),
                plain.place(),
                plain.postalCode(),
                received);
    }

    /** Zammad #186, FreeScout #2903, #2681, frappe/helpdesk #2260: merging lost links, files or the message itself. */
    @Test
    void joining_moves_nothing_and_parting_leaves_everything_as_it_was() {
        List<Ticket> pair = pairOfOneCustomer();
        Ticket lead = pair.getFirst();
        Ticket ticket = pair.getLast();
        tickets.note(desk.lin, ticket.id(), "备注");
        tickets.answer(desk.lin, ticket.id(), ticket.version(), Channel.SMS, "答复");
        List<String> before = content();
        assertThat(joins.accept(desk.lin, lead.id(), JoinProposal.Reason.CUSTOMER))
                .isEqualTo(new JoinResult.Joined(lead.id(), List.of(ticket.id())));
        assertThat(content()).isEqualTo(before);
        assertThat(joins.lead(desk.lin, ticket.id())).isEqualTo(lead.id());
        assertThat(joins.members(desk.lin, lead.id()))
                .extracting(TicketCard::id)
                .containsExactly(ticket.id());
        assertThat(joins.proposalsFor(desk.lin, ticket.id())).isEmpty();
        joins.part(desk.lin, ticket.id(), "不是一回事");
        joins.part(desk.lin, ticket.id(), "again");
        assertThat(content()).isEqualTo(before);
        assertThat(joins.lead(desk.lin, ticket.id())).isEqualTo(ticket.id());
        assertThat(joins.members(desk.lin, lead.id())).isEmpty();
        assertThat(whatHappened(ticket)).endsWith("join", "part");
        assertThat(whatHappened(lead)).endsWith("lead", "lose");
    }

    @Test
    void a_proposal_that_was_put_away_does_not_come_back() {
        List<Ticket> pair = pairOfOneCustomer();
        joins.dismiss(desk.lin, pair.getFirst().id(), JoinProposal.Reason.CUSTOMER);
        assertThat(joins.proposalsFor(desk.lin, pair.getLast().id())).isEmpty();
        seeker.seek(desk.lin, pair.stream().map(ticket -> ticket.id().value()).toList());
        assertThat(joins.proposalsFor(desk.lin, pair.getLast().id())).isEmpty();
        assertThat(joins.accept(desk.lin, pair.getFirst().id(), JoinProposal.Reason.CUSTOMER))
                .isEqualTo(new JoinResult.Refused("ticket.join.gone"));
    }

    @Autowired
    JoinSeeker seeker;

    /** Zammad #983, frappe/helpdesk #2539: a reply to the merged one opened a ghost. */
    @Test
    void a_ticket_finds_its_lead_at_any_depth_and_never_in_a_circle() {
        List<Ticket> chain = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            chain.add(tickets.open(desk.lin, matter("链" + i)));
            if (i > 0) {
                assertThat(joins.join(
                                desk.lin, chain.get(i).id(), chain.get(i - 1).id(), null))
                        .isInstanceOf(JoinResult.Joined.class);
            }
        }
        TicketId top = chain.getFirst().id();
        assertThat(joins.lead(desk.lin, chain.getLast().id())).isEqualTo(top);
        assertThat(joins.members(desk.lin, top))
                .extracting(TicketCard::id)
                .containsExactlyElementsOf(
                        chain.stream().skip(1).map(Ticket::id).toList());
        assertThat(board.cards(desk.lin, List.of(chain.getLast().id())))
                .singleElement()
                .satisfies(card -> assertThat(card.lead()).isEqualTo(top));
        assertThat(joins.join(desk.lin, top, chain.getLast().id(), null))
                .isEqualTo(new JoinResult.Refused("ticket.join.circle"));
        assertThat(joins.join(desk.lin, top, top, null)).isEqualTo(new JoinResult.Refused("ticket.join.itself"));
        assertThat(joins.join(desk.lin, chain.getLast().id(), top, null))
                .isEqualTo(new JoinResult.Refused("ticket.join.already"));
        // Parted in the middle, the lower end keeps its own.
        joins.part(desk.lin, chain.get(2).id(), null);
        assertThat(joins.lead(desk.lin, chain.getLast().id()))
                .isEqualTo(chain.get(2).id());
    }

    @Autowired
    TicketBoard board;

    @Test
    void two_who_join_at_once_close_no_circle() throws Exception {
        for (int round = 0; round < 10; round++) {
            Ticket one = tickets.open(desk.lin, matter("甲" + round));
            Ticket other = tickets.open(desk.lin, matter("乙" + round));
            CyclicBarrier start = new CyclicBarrier(2);
            try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
                Future<JoinResult> first = pair.submit(() -> {
                    start.await();
                    return joins.join(desk.lin, one.id(), other.id(), null);
                });
                Future<JoinResult> second = pair.submit(() -> {
                    start.await();
                    return joins.join(desk.tang, other.id(), one.id(), null);
                });
                assertThat(List.of(first.get(), second.get()))
                        .hasAtLeastOneElementOfType(JoinResult.Joined.class)
                        .contains(new JoinResult.Refused("ticket.join.circle"));
            }
        }
    }

    private List<Ticket> pairOfOneCustomer() {
        String phone = phone();
        return List.of(
                tickets.open(desk.lin, matter("彩铃乱扣费", phone, null)),
                tickets.open(desk.lin, matter("彩铃乱扣费", phone, null)));
    }

    /** Everything that is written about the tickets of the bureau, but for the joining and its history and how severe it is. */
    private List<String> content() {
        return jdbc.sql("""
                        select (to_jsonb(t) - 'severity' - 'grade')::text from ticket.ticket t where bureau = :b
                        union all select row_to_json(n)::text from ticket.note n where bureau = :b
                        union all select row_to_json(a)::text from ticket.answer a where bureau = :b
                        union all select row_to_json(s)::text from ticket.step s
                                   where bureau = :b and what not in ('join', 'lead', 'part', 'lose')
                        order by 1
                        """)
                .param("b", desk.bureau.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> whatHappened(Ticket ticket) {
        return tickets.story(desk.lin, ticket.id()).entries().stream()
                .filter(TicketStory.Happened.class::isInstance)
                .map(entry -> ((TicketStory.Happened) entry).what())
                .toList();
    }

    private static String phone() {
        return "1381234" + PHONES.incrementAndGet();
    }
}
