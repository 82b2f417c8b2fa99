package org.redress.scenario;

import static org.redress.scenario.MarkedCustomer.NAME;
import static org.redress.scenario.MarkedCustomer.PHONE;
import static org.redress.scenario.MarkedCustomer.SAYS;
import static org.redress.scenario.MarkedCustomer.TOWN;
import static org.redress.scenario.MarkedCustomer.TYPE;

import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.desk.appeal.chain.Appeal;
import org.redress.desk.appeal.chain.AppealStep;
import org.redress.desk.appeal.chain.NewAppeal;
import org.redress.desk.contact.Contact;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.Evidence;
import org.redress.desk.dispute.Mark;
import org.redress.desk.dispute.Reason;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Verdict;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.Escalation;
import org.redress.ground.commitment.Rung;
import org.redress.ground.commitment.Subject;
import org.redress.ground.party.CustomerId;
import org.redress.improve.quality.card.CardResult;
import org.redress.improve.quality.card.NewCard;
import org.redress.improve.quality.card.QualityCard;
import org.redress.improve.quality.card.Severity;
import org.redress.improve.quality.hot.HotResult;
import org.redress.improve.quality.review.Decision;
import org.redress.improve.quality.review.NewDecision;
import org.redress.improve.quality.review.ReviewId;
import org.redress.improve.quality.review.ReviewResult;
import org.redress.improve.quality.support.Relief;
import org.redress.improve.quality.support.ReliefResult;
import org.redress.scenario.MarkedCustomer.Desk;
import org.redress.scenario.MarkedCustomer.Given;
import org.redress.scenario.MarkedCustomer.Ground;
import org.redress.scenario.MarkedCustomer.Roof;

/** What is made of matters whose customer is named everywhere: appeals, disputes, ladders, findings, cards, meetings, alarms and words of support. */
final class MarkedAftermath {

    private final MarkedCrew crew;
    private final MarkedMatters matters;
    private final Desk desk;
    private final Roof roof;
    private final Ground ground;
    private final Given given;

    MarkedAftermath(MarkedCrew crew, MarkedMatters matters, Desk desk, Roof roof, Ground ground, Given given) {
        this.crew = crew;
        this.matters = matters;
        this.desk = desk;
        this.roof = roof;
        this.ground = ground;
        this.given = given;
    }

    void appealed(TicketId id) {
        Ticket ticket = desk.tickets().get(crew.lin(), id);
        Appeal.Grounds grounds = given.appeals().grounds(crew.lin());
        Appeal appeal = SomeAppeals.done(desk.appeals()
                .receive(
                        crew.lin(),
                        new NewAppeal(
                                ticket.number(),
                                "",
                                new Appeal.Grounds(
                                        NAME,
                                        PHONE,
                                        grounds.dispute(),
                                        SAYS,
                                        SAYS,
                                        grounds.occurredOn(),
                                        grounds.complainedOn(),
                                        grounds.firstAnswer(),
                                        false,
                                        false,
                                        false,
                                        grounds.receivedOn()))));
        SomeAppeals.done(desk.appeals().step(crew.lin(), appeal.id(), appeal.version(), AppealStep.WITHDRAW, SAYS));
    }

    TicketId disputed(CustomerId customer) {
        Ticket opened = desk.tickets()
                .open(
                        crew.lin(),
                        new NewTicket(
                                TicketKind.BILL_DISPUTE,
                                Channel.HOT_LINE,
                                SAYS,
                                SAYS,
                                matters.draft(),
                                null,
                                null,
                                null));
        matters.step(opened.id(), Step.START, null);
        BillItem item = given.bills().billed(crew.command(), customer, "12.00").getFirst();
        desk.disputes().mark(crew.lin(), opened.id(), List.of(new Mark(item.id(), Reason.NOT_MADE, SAYS)));
        Claim claim = desk.disputes().of(crew.lin(), opened.id()).getFirst();
        desk.disputes().prove(crew.lin(), claim.id(), claim.version(), Evidence.Kind.OTHER, SAYS, SAYS);
        claim = desk.disputes().of(crew.lin(), opened.id()).getFirst();
        desk.disputes().decideForOperator(crew.gao(), claim.id(), claim.version(), SAYS);
        return opened.id();
    }

    void escalated(TicketId id) {
        List<Subject> matter = List.of(Subject.ticket(id.value()));
        Awaitility.await().until(() -> {
            ground.run("clocks");
            return ground.escalations().of(crew.lin(), matter).stream().anyMatch(one -> one.rung() != Rung.WARNED);
        });
        Escalation late = ground.escalations().of(crew.lin(), matter).stream()
                .filter(one -> one.rung() != Rung.WARNED)
                .findFirst()
                .orElseThrow();
        ground.escalations().answer(crew.gao(), late.id(), SAYS);
    }

    void upheld(TicketId id) {
        MarkedMatters.done(desk.tickets()
                .classify(
                        crew.lin(),
                        id,
                        matters.version(id),
                        TYPE,
                        new Diagnosis(FailureKind.OUTCOME, SAYS, Attribution.PROVIDER, SAYS)));
        MarkedMatters.done(desk.tickets().find(crew.lin(), id, matters.version(id), Verdict.UPHELD, SAYS));
        roof.findings()
                .name(
                        crew.lin(),
                        id,
                        roof.causes().offered(crew.lin()).getFirst().id(),
                        SAYS);
        given.deliveries().await(crew.command());
        QualityCard card = card(roof.cards()
                .propose(
                        crew.shen(),
                        new NewCard(id, crew.lin().unit(), crew.lin().staff(), SAYS)));
        card(roof.cards().state(crew.lin(), card.id(), SAYS));
        card(roof.cards().decide(crew.wei(), card.id(), Severity.NOTICE, SAYS));
    }

    void reviewed() {
        ReviewId id = roof.reviews().prepare(crew.shen(), roof.reviews().lastWeek(crew.shen()));
        agreed(roof.reviews().hold(crew.shen(), id, 1));
        agreed(roof.reviews().minutes(crew.shen(), id, 2, SAYS));
        LocalDate today =
                LocalDate.ofInstant(ground.clock().instant(), crew.lin().zone());
        agreed(roof.decisions()
                .make(crew.shen(), id, new NewDecision(SAYS, crew.lin().staff(), today.plusDays(3))));
        Decision made = roof.reviews().decisions(crew.shen(), id).getFirst();
        agreed(roof.decisions().report(crew.lin(), made.id(), made.version(), SAYS));
    }

    void hot() {
        given.complaints().several(crew.lin(), 6, TOWN, TYPE, null);
        roof.hot().look(crew.command());
        HotResult said = roof.hot()
                .dismiss(
                        crew.gao(),
                        roof.hot().now(crew.command(), null, null, 1).getFirst().id(),
                        SAYS);
        if (!(said instanceof HotResult.Done)) {
            throw new AssertionError(said.toString());
        }
    }

    void abused(Contact contact) {
        roof.reliefs().abused(crew.lin(), contact.id().value(), SAYS);
        Relief relief = roof.reliefs().of(crew.lin(), crew.lin().staff()).getFirst();
        ReliefResult said = roof.reliefs().say(crew.gao(), relief.id(), relief.version(), SAYS);
        if (!(said instanceof ReliefResult.Done)) {
            throw new AssertionError(said.toString());
        }
    }

    void closed(TicketId id) {
        MarkedMatters.done(desk.tickets().settle(crew.lin(), id, matters.version(id), SAYS));
        MarkedMatters.done(desk.tickets().find(crew.lin(), id, matters.version(id), Verdict.UPHELD, SAYS));
        matters.step(id, Step.RESOLVE, null);
        roof.findings()
                .name(
                        crew.lin(),
                        id,
                        roof.causes().offered(crew.lin()).getFirst().id(),
                        SAYS);
        MarkedMatters.done(desk.tickets().close(crew.lin(), id, matters.version(id), new Without(SAYS, SAYS, null)));
    }

    private static QualityCard card(CardResult result) {
        if (result instanceof CardResult.Done(QualityCard card)) {
            return card;
        }
        throw new AssertionError(result.toString());
    }

    private static void agreed(ReviewResult result) {
        if (!(result instanceof ReviewResult.Done)) {
            throw new AssertionError(result.toString());
        }
    }
}
