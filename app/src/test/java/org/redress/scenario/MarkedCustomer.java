package org.redress.scenario;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.desk.appeal.chain.Appeals;
import org.redress.desk.care.preference.Preferences;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Drafts;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.SomeBills;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.LineBook;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.Segments;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.recovery.voice.Voices;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfers;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.commitment.Escalations;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.improve.quality.SomeComplaints;
import org.redress.improve.quality.card.QualityCards;
import org.redress.improve.quality.hot.HotMatters;
import org.redress.improve.quality.review.Decisions;
import org.redress.improve.quality.review.Reviews;
import org.redress.improve.quality.support.Reliefs;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.web.FormDrafts;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.springframework.stereotype.Component;

/**
 * Everything that a bureau can have to do with one customer, who is named with number and address wherever somebody can write.
 * Their name, number and address have characters that stand nowhere else.
 */
@Component
class MarkedCustomer {

    static final String NAME = "瓞煊";
    static final String PHONE = "13998761357";
    static final String ADDRESS = "鬯水巷7号";
    static final String SAYS = "客户" + NAME + "（139-9876-1357，" + ADDRESS + "）";

    /** By which they are known, whatever form they are written in; terms of a search are single characters. */
    static final List<String> MARKS = List.of("瓞", "煊", "鬯", "98761357", "9876-1357", "*1357", "diexuan", "die2468");

    static final String TYPE = "no-service";
    static final String TOWN = "枫林镇";

    /** The façades of the desk. */
    @Component
    record Desk(
            Contacts contacts,
            Drafts drafts,
            Tickets tickets,
            Transfers transfers,
            Segments segments,
            Deciders deciders,
            Voices voices,
            Plans plans,
            Reactions reactions,
            Remedies remedies,
            Preferences preferences,
            Appeals appeals,
            Disputes disputes,
            LineBook lines,
            Faults faults) {}

    /** The façades of the roof. */
    @Component
    record Roof(
            Causes causes,
            Findings findings,
            QualityCards cards,
            Reviews reviews,
            Decisions decisions,
            HotMatters hot,
            Reliefs reliefs) {}

    /** The façades of the ground. */
    @Component
    record Ground(
            Attachments attachments,
            Consents consents,
            Escalations escalations,
            FormDrafts forms,
            Intake intake,
            IntakeRuns runs,
            List<RecurringJob> jobs,
            Clock clock) {

        void run(String job) {
            jobs.stream()
                    .filter(one -> one.name().equals(job))
                    .forEach(one -> one.work().run());
        }
    }

    /** What tests have. */
    @Component
    record Given(
            Offices offices, Deliveries deliveries, SomeComplaints complaints, SomeAppeals appeals, SomeBills bills) {}

    /** A bureau that had to do with the customer, and is done with them. */
    record Done(Actor command, Actor chief, CustomerId customer) {}

    private final Desk desk;
    private final Roof roof;
    private final Ground ground;
    private final Given given;

    MarkedCustomer(Desk desk, Roof roof, Ground ground, Given given) {
        this.desk = desk;
        this.roof = roof;
        this.ground = ground;
        this.given = given;
    }

    Done live() {
        MarkedCrew crew = MarkedCrew.of(given.offices());
        MarkedMatters matters = new MarkedMatters(crew, desk, ground, given);
        MarkedAftermath after = new MarkedAftermath(crew, matters, desk, roof, ground, given);
        Contact contact = matters.contact();
        matters.imported();
        TicketId first = Objects.requireNonNull(contact.matter().ticket());
        CustomerId customer = Objects.requireNonNull(contact.customer());
        matters.written(customer, first);
        matters.departments(first);
        matters.recovery(first);
        after.appealed(first);
        TicketId old = matters.old();
        after.escalated(old);
        after.upheld(old);
        after.reviewed();
        after.hot();
        after.abused(contact);
        TicketId bill = after.disputed(customer);
        TicketId fault = matters.faulty(customer);
        after.closed(first);
        matters.cancelled(old);
        matters.cancelled(bill);
        matters.cancelled(fault);
        given.deliveries().await(crew.command());
        ground.run("insight.cases");
        return new Done(crew.command(), crew.wei(), customer);
    }
}
