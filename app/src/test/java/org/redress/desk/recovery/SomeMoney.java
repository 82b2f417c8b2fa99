package org.redress.desk.recovery;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.support.Offices;

/** A bureau with people on every step of the ladder, and tickets of customers. */
public final class SomeMoney {

    public static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    public final Actor product;
    public final Actor agent;
    public final Actor other;
    public final Actor head;
    public final Actor director;
    public final Actor manager;

    private final Tickets tickets;
    private final Remedies remedies;

    public SomeMoney(Offices offices, Tickets tickets, Remedies remedies) {
        this(offices, tickets, remedies, "CNY");
    }

    public SomeMoney(Offices offices, Tickets tickets, Remedies remedies, String currency) {
        this(offices, offices.found(currency), tickets, remedies);
    }

    /** The same people in a bureau that is there. */
    public SomeMoney(Offices offices, Actor product, Tickets tickets, Remedies remedies) {
        this.tickets = tickets;
        this.remedies = remedies;
        this.product = product;
        agent = offices.hire(product, Posts.AGENT, "2107");
        other = offices.hire(product, Posts.AGENT, "2108");
        head = offices.hire(product, Posts.HEAD, "2001");
        director = offices.hire(product, Posts.DIRECTOR, "2002");
        manager = offices.hire(product, Posts.GENERAL_MANAGER, "1001");
    }

    /** A ticket of the customer with this telephone number; a number has eleven figures. */
    public TicketId ticket(String phone, String text) {
        return ticket(agent, phone, text, Channel.HOT_LINE);
    }

    public TicketId ticket(String phone, String text, Channel channel) {
        return ticket(agent, phone, text, channel);
    }

    /** The same, taken by somebody else. */
    public TicketId ticket(Actor by, String phone, String text, Channel channel) {
        CustomerDraft customer = new CustomerDraft("desk", null, "周女士", phone, "+86" + phone, null, null);
        return tickets.open(by, new NewTicket(TicketKind.COMPLAINT, channel, "", text, customer, null, null, null))
                .id();
    }

    public Remedy give(Actor by, TicketId ticket, String sum) {
        return give(by, ticket, sum, "");
    }

    public Remedy give(Actor by, TicketId ticket, String sum, String why) {
        RemedyId id = remedies.give(by, ticket, RemedyKind.BILL_CREDIT, yuan(sum), "", why);
        return find(ticket, id);
    }

    public Remedy find(TicketId ticket, RemedyId id) {
        return remedies.of(head, List.of(ticket)).getOrDefault(ticket, List.of()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static Money yuan(String amount) {
        return Money.of(YUAN, new BigDecimal(amount));
    }
}
