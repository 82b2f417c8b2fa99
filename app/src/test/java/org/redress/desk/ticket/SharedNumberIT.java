package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A household with one mobile: each of them says for themselves whether they want to be written to. */
@RedressIT
@Tag("S5.1")
class SharedNumberIT {

    @Autowired
    Tickets tickets;

    @Autowired
    Customers customers;

    @Autowired
    Consents consents;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Actor agent;

    @BeforeEach
    void hire() {
        agent = offices.hire(offices.found(), Posts.AGENT, "lin");
    }

    private CustomerId person(String key) {
        CustomerId id = Objects.requireNonNull(customers
                .match(agent, List.of(new CustomerDraft("desk", key, "家人" + key, null, null, null, null)))
                .getFirst());
        jdbc.sql(
                        "insert into party.contact_point (bureau, customer, kind, given) values (?, ?, 'PHONE', '13810000000')")
                .params(agent.bureau().value(), id.value())
                .update();
        return id;
    }

    private Ticket open(CustomerId customer) {
        return tickets.openFor(
                agent,
                new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "", "宽带掉线", null, null, null, null),
                customer);
    }

    private Map<TicketId, String> states() {
        return jdbc
                .sql(
                        "select subject, state from notification.message where bureau = ? and code = 'ticket.received' and channel = 'SMS'")
                .param(agent.bureau().value())
                .query((row, n) -> Map.entry(new TicketId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void what_waits_for_another_customer_at_the_same_number_is_delivered_though_one_declines() {
        CustomerId mother = person("1");
        CustomerId daughter = person("2");
        new TransactionTemplate(transactions).executeWithoutResult(unsent -> {
            TicketId declined = open(mother).id();
            TicketId wanted = open(daughter).id();
            assertThat(states()).isEqualTo(Map.of(declined, "WAITING", wanted, "WAITING"));
            consents.note(agent, mother, ReachPoint.Kind.MOBILE, false, "别给我发短信");

            assertThat(states()).isEqualTo(Map.of(declined, "WITHHELD", wanted, "WAITING"));
        });
    }

    @Test
    void what_was_written_before_anybody_kept_whose_it_is_stays_too() {
        CustomerId mother = person("1");
        new TransactionTemplate(transactions).executeWithoutResult(unsent -> {
            TicketId declined = open(mother).id();
            jdbc.sql("update notification.message set customer = null where bureau = ?")
                    .param(agent.bureau().value())
                    .update();
            consents.note(agent, mother, ReachPoint.Kind.MOBILE, false, "别给我发短信");

            assertThat(states()).isEqualTo(Map.of(declined, "WITHHELD"));
        });
    }
}
