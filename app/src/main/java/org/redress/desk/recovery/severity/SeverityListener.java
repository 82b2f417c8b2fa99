package org.redress.desk.recovery.severity;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.desk.contact.ContactRecorded;
import org.redress.desk.recovery.CustomersHit;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketsJoined;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reckons a ticket anew when something has changed that its severity depends on. Looks at things as they stand; twice is once. */
@Component
class SeverityListener implements OutboxListener {

    /** What rooms above tell of a ticket; all that is read of it is the ticket. */
    private static final List<String> FROM_ABOVE = List.of("fault.moved", "dispute.marked");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OF_CUSTOMER = 50;

    private final Severities severities;
    private final TicketBoard board;
    private final Bureaus bureaus;

    SeverityListener(Severities severities, TicketBoard board, Bureaus bureaus) {
        this.severities = severities;
        this.board = board;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return Stream.concat(
                        Stream.of(
                                TicketChanged.TOPIC,
                                TicketsJoined.TOPIC,
                                ContactRecorded.TOPIC,
                                StandingChanged.TOPIC,
                                CustomersHit.TOPIC),
                        FROM_ABOVE.stream())
                .toList();
    }

    @Override
    public void receive(OutboxMessage message) {
        BureauId bureau = new BureauId(message.bureau());
        severities.reckon(
                bureau,
                switch (message.topic()) {
                    case TicketChanged.TOPIC -> changed(TicketChanged.read(message.payload()));
                    case TicketsJoined.TOPIC -> joined(bureau, TicketsJoined.read(message.payload()));
                    case ContactRecorded.TOPIC ->
                        ticket(ContactRecorded.read(message.payload()).ticket());
                    case StandingChanged.TOPIC ->
                        of(
                                bureau,
                                StandingChanged.read(message.payload()).customers().stream()
                                        .map(StandingChanged.One::customer)
                                        .toList());
                    case CustomersHit.TOPIC ->
                        of(bureau, CustomersHit.read(message.payload()).customers());
                    default -> told(message.payload());
                });
    }

    /** What a file has just brought is reckoned once somebody touches it or looks at it, so that large files come in fast. */
    private static List<TicketId> changed(TicketChanged changed) {
        return changed.tickets().stream()
                .filter(fact -> !fact.imported() || fact.course() != null)
                .map(fact -> new TicketId(fact.id()))
                .toList();
    }

    private static List<TicketId> ticket(@org.jspecify.annotations.Nullable UUID id) {
        return id == null ? List.of() : List.of(new TicketId(id));
    }

    private List<TicketId> of(BureauId bureau, List<UUID> customers) {
        Actor product = bureaus.command(bureaus.get(bureau));
        return customers.stream()
                .flatMap(one -> open(product, new CustomerId(one)))
                .toList();
    }

    /** What is one matter with another is no earlier failure any more: for them, and for what their customers told besides. */
    private List<TicketId> joined(BureauId bureau, TicketsJoined joined) {
        Actor product = bureaus.command(bureaus.get(bureau));
        List<TicketId> moved = joined.tickets().stream().map(TicketId::new).toList();
        Stream<TicketId> besides = board.cards(product, moved).stream()
                .map(TicketCard::customer)
                .flatMap(Stream::ofNullable)
                .distinct()
                .flatMap(customer -> open(product, customer));
        return Stream.concat(moved.stream(), besides).distinct().toList();
    }

    private Stream<TicketId> open(Actor product, CustomerId customer) {
        return board.ofCustomer(product, customer, OF_CUSTOMER).stream()
                .filter(card -> card.state().open())
                .map(TicketCard::id);
    }

    private static List<TicketId> told(String payload) {
        JsonNode ticket = JSON.readTree(payload).get("ticket");
        return ticket == null || ticket.isNull() ? List.of() : ticket(UUID.fromString(ticket.asString()));
    }
}
