package org.redress.scenario;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.desk.appeal.chain.Appeal;
import org.redress.desk.appeal.chain.AppealStep;
import org.redress.desk.appeal.chain.Appeals;
import org.redress.desk.appeal.chain.NewAppeal;
import org.redress.desk.care.preference.NewPreference;
import org.redress.desk.care.preference.Occasion;
import org.redress.desk.care.preference.Origin;
import org.redress.desk.care.preference.PreferenceKind;
import org.redress.desk.care.preference.Preferences;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Drafts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.Evidence;
import org.redress.desk.dispute.Mark;
import org.redress.desk.dispute.Reason;
import org.redress.desk.dispute.SomeBills;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineBook;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Reporting;
import org.redress.desk.fault.Service;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Task;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.plan.Chosen;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.Speaker;
import org.redress.desk.recovery.reaction.ReactionStep;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.recovery.voice.NewVoice;
import org.redress.desk.recovery.voice.Said;
import org.redress.desk.recovery.voice.Voices;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfers;
import org.redress.desk.ticket.Verdict;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.attachment.Sent;
import org.redress.ground.commitment.Escalation;
import org.redress.ground.commitment.Escalations;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Rung;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.rulebook.Limit;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.improve.quality.SomeComplaints;
import org.redress.improve.quality.card.CardResult;
import org.redress.improve.quality.card.NewCard;
import org.redress.improve.quality.card.QualityCard;
import org.redress.improve.quality.card.QualityCards;
import org.redress.improve.quality.card.Severity;
import org.redress.improve.quality.hot.HotMatters;
import org.redress.improve.quality.hot.HotResult;
import org.redress.improve.quality.review.Decision;
import org.redress.improve.quality.review.Decisions;
import org.redress.improve.quality.review.NewDecision;
import org.redress.improve.quality.review.ReviewId;
import org.redress.improve.quality.review.ReviewResult;
import org.redress.improve.quality.review.Reviews;
import org.redress.improve.quality.support.Relief;
import org.redress.improve.quality.support.ReliefResult;
import org.redress.improve.quality.support.Reliefs;
import org.redress.platform.database.Ids;
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

    private static final String MAILBOX = "die2468@example.org";
    private static final String TYPE = "no-service";
    private static final String TOWN = "枫林镇";
    private static final String EXCHANGE = "城北局";

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
            Clock clock) {}

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
        return new Life().live();
    }

    private final class Life {

        private final Actor command = given.offices().found();
        private final Actor lin = given.offices().hire(command, Posts.AGENT, "lin");
        private final Actor tang = given.offices().hire(command, Posts.AGENT, "tang");
        private final Actor gao = given.offices().hire(command, Posts.HEAD, "gao");
        private final Actor he = given.offices().hireElsewhere(command, Posts.AGENT, "he");
        private final Actor shen = given.offices().hireElsewhere(command, Posts.QUALITY, "shen");
        private final Actor wei = given.offices().hireElsewhere(command, Posts.GENERAL_MANAGER, "wei");

        Done live() {
            Contact contact = contact();
            imported();
            TicketId first = Objects.requireNonNull(contact.matter().ticket());
            CustomerId customer = Objects.requireNonNull(contact.customer());
            written(customer, first);
            departments(first);
            recovery(first);
            appealed(first);
            TicketId old = old();
            escalated(old);
            upheld(old);
            reviewed();
            hot();
            abused(contact);
            TicketId bill = disputed(customer);
            TicketId fault = faulty(customer);
            closed(first);
            cancelled(old);
            cancelled(bill);
            cancelled(fault);
            given.deliveries().await(command);
            run("insight.cases");
            return new Done(command, wei, customer);
        }

        /** A file of customers, with their name among the segments, and a row that is sent back for it. */
        private void imported() {
            String row = "," + NAME + "," + PHONE + "," + NAME;
            String text = "客户编号,客户名称,手机号码,客户类型,入网日期\n1" + row + ",2020-01-05\n2" + row + "户,不记得\n";
            FileId file = ground.intake()
                    .receive(
                            command,
                            "customers.csv",
                            "customers",
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            StoredFile stored = ground.intake().file(command, file);
            Map<String, Map<String, String>> codes = Map.of("segment", Map.of(NAME, "RESIDENTIAL"));
            ground.intake()
                    .settle(
                            command,
                            file,
                            stored.version(),
                            stored.source(),
                            new Mapping(stored.mapping().uses(), Map.of(), codes));
            ground.intake().saveTemplate(command, file, "customers");
            if (ground.runs().runNow(command, file, Run.Kind.WRITE, run -> {}).rejected() != 1) {
                throw new AssertionError("no row was sent back");
            }
        }

        private Contact contact() {
            return desk.contacts()
                    .record(
                            lin,
                            new NewContact(
                                    new ContactId(Ids.next()),
                                    Channel.HOT_LINE,
                                    new NewContact.Newcomer(draft()),
                                    SAYS,
                                    Mood.ANGRY,
                                    null,
                                    null,
                                    new NewContact.Ticket(TicketKind.COMPLAINT, SAYS, ADDRESS, null)));
        }

        private CustomerDraft draft() {
            return new CustomerDraft("desk", null, NAME, PHONE, "+86" + PHONE, MAILBOX, ADDRESS);
        }

        /** What is written on the ticket itself, and kept with it. */
        private void written(CustomerId customer, TicketId id) {
            UUID draft = Ids.next();
            desk.drafts()
                    .save(
                            lin,
                            new ContactId(draft),
                            draft,
                            0,
                            ground.clock().instant(),
                            Map.of("customer", customer.value().toString(), "words", SAYS));
            ground.forms()
                    .save(
                            FormDrafts.Place.of(
                                    command.bureau().value(), lin.staff().value(), "/tickets/" + id.value() + "/note"),
                            new FormDrafts.Window(Ids.next().toString(), 0),
                            Map.of("text", SAYS));
            ground.consents().note(lin, customer, ReachPoint.Kind.POST, false, SAYS);
            desk.preferences()
                    .note(lin, customer, new NewPreference(PreferenceKind.OTHER, SAYS, Origin.SAID), Occasion.of(id));
            byte[] file = SAYS.getBytes(StandardCharsets.UTF_8);
            ground.attachments()
                    .add(
                            lin,
                            new Holder("ticket", id.value()),
                            new Sent(NAME + ".txt", "", new ByteArrayInputStream(file)));
            step(id, Step.START, null);
            desk.tickets().note(lin, id, SAYS);
            done(desk.tickets().hold(lin, id, version(id), PauseReason.WAITING_FOR_CUSTOMER, SAYS, null));
            step(id, Step.RESUME, null);
            done(desk.transfers().offer(lin, id, version(id), tang.staff(), SAYS));
            done(desk.transfers().refuse(tang, id, SAYS));
            done(desk.tickets().answer(lin, id, version(id), Channel.EMAIL, SAYS));
        }

        /** There and back between two departments until somebody decides, and what is said of the work. */
        private void departments(TicketId id) {
            for (int i = 0; i < 2; i++) {
                Segment sent = moved(desk.segments().send(lin, id, task(), SAYS));
                moved(desk.segments().giveBack(he, sent.id(), SAYS));
            }
            Segment named = moved(desk.deciders().decide(wei, id, he.unit(), SAYS));
            moved(desk.segments().accept(he, named.id(), null));
            moved(desk.segments().finish(he, named.id(), SAYS, SAYS));
            moved(desk.segments().refuse(lin, named.id(), new Assessment(false, true, SAYS)));
            moved(desk.segments().finish(he, named.id(), SAYS, SAYS));
            moved(desk.segments().assess(lin, named.id(), new Assessment(true, true, SAYS)));
        }

        private Task task() {
            return new Task(NAME + "家", he.unit(), null, null, SAYS, Limit.workingHours(4), SAYS, false);
        }

        private void recovery(TicketId id) {
            done(desk.tickets()
                    .classify(
                            lin,
                            id,
                            version(id),
                            TYPE,
                            new Diagnosis(FailureKind.OUTCOME, SAYS, Attribution.PROVIDER, SAYS)));
            desk.voices().record(lin, id, new NewVoice(Said.WANTS, SAYS, null));
            desk.plans().make(lin, id, 0, List.of(new Chosen(RemedyKind.EXPLANATION, Speaker.ANYBODY)), SAYS);
            desk.remedies().give(lin, id, RemedyKind.EXPLANATION, null, SAYS);
            given.deliveries().await(command);
            desk.reactions().spare(lin, id, ReactionStep.SYMBOLIC, SAYS);
        }

        private void appealed(TicketId id) {
            Ticket ticket = desk.tickets().get(lin, id);
            Appeal.Grounds grounds = given.appeals().grounds(lin);
            Appeal appeal = SomeAppeals.done(desk.appeals()
                    .receive(
                            lin,
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
            SomeAppeals.done(desk.appeals().step(lin, appeal.id(), appeal.version(), AppealStep.WITHDRAW, SAYS));
        }

        /** A complaint that came in so long ago that everything about it is late. */
        private TicketId old() {
            Ticket opened = desk.tickets()
                    .open(
                            lin,
                            new NewTicket(
                                    TicketKind.COMPLAINT,
                                    Channel.HOT_LINE,
                                    SAYS,
                                    SAYS,
                                    draft(),
                                    TOWN,
                                    null,
                                    ground.clock().instant().minus(Duration.ofDays(40))));
            step(opened.id(), Step.START, null);
            return opened.id();
        }

        private void escalated(TicketId id) {
            List<Subject> matter = List.of(Subject.ticket(id.value()));
            Awaitility.await().until(() -> {
                run("clocks");
                return ground.escalations().of(lin, matter).stream().anyMatch(one -> one.rung() != Rung.WARNED);
            });
            Escalation late = ground.escalations().of(lin, matter).stream()
                    .filter(one -> one.rung() != Rung.WARNED)
                    .findFirst()
                    .orElseThrow();
            ground.escalations().answer(gao, late.id(), SAYS);
        }

        private void upheld(TicketId id) {
            done(desk.tickets()
                    .classify(
                            lin,
                            id,
                            version(id),
                            TYPE,
                            new Diagnosis(FailureKind.OUTCOME, SAYS, Attribution.PROVIDER, SAYS)));
            done(desk.tickets().find(lin, id, version(id), Verdict.UPHELD, SAYS));
            roof.findings().name(lin, id, roof.causes().offered(lin).getFirst().id(), SAYS);
            given.deliveries().await(command);
            QualityCard card = card(roof.cards().propose(shen, new NewCard(id, lin.unit(), lin.staff(), SAYS)));
            card(roof.cards().state(lin, card.id(), SAYS));
            card(roof.cards().decide(wei, card.id(), Severity.NOTICE, SAYS));
        }

        private void reviewed() {
            ReviewId id = roof.reviews().prepare(shen, roof.reviews().lastWeek(shen));
            agreed(roof.reviews().hold(shen, id, 1));
            agreed(roof.reviews().minutes(shen, id, 2, SAYS));
            LocalDate today = LocalDate.ofInstant(ground.clock().instant(), lin.zone());
            agreed(roof.decisions().make(shen, id, new NewDecision(SAYS, lin.staff(), today.plusDays(3))));
            Decision made = roof.reviews().decisions(shen, id).getFirst();
            agreed(roof.decisions().report(lin, made.id(), made.version(), SAYS));
        }

        private void hot() {
            given.complaints().several(lin, 6, TOWN, TYPE, null);
            roof.hot().look(command);
            HotResult said = roof.hot()
                    .dismiss(
                            gao,
                            roof.hot().now(command, null, null, 1).getFirst().id(),
                            SAYS);
            if (!(said instanceof HotResult.Done)) {
                throw new AssertionError(said.toString());
            }
        }

        private void abused(Contact contact) {
            roof.reliefs().abused(lin, contact.id().value(), SAYS);
            Relief relief = roof.reliefs().of(lin, lin.staff()).getFirst();
            ReliefResult said = roof.reliefs().say(gao, relief.id(), relief.version(), SAYS);
            if (!(said instanceof ReliefResult.Done)) {
                throw new AssertionError(said.toString());
            }
        }

        private TicketId disputed(CustomerId customer) {
            Ticket opened = desk.tickets()
                    .open(
                            lin,
                            new NewTicket(
                                    TicketKind.BILL_DISPUTE, Channel.HOT_LINE, SAYS, SAYS, draft(), null, null, null));
            step(opened.id(), Step.START, null);
            BillItem item = given.bills().billed(command, customer, "12.00").getFirst();
            desk.disputes().mark(lin, opened.id(), List.of(new Mark(item.id(), Reason.NOT_MADE, SAYS)));
            Claim claim = desk.disputes().of(lin, opened.id()).getFirst();
            desk.disputes().prove(lin, claim.id(), claim.version(), Evidence.Kind.OTHER, SAYS, SAYS);
            claim = desk.disputes().of(lin, opened.id()).getFirst();
            desk.disputes().decideForOperator(gao, claim.id(), claim.version(), SAYS);
            return opened.id();
        }

        private TicketId faulty(CustomerId customer) {
            desk.lines().assign(command, EXCHANGE, he.unit());
            Line line = desk.lines()
                    .enter(
                            command,
                            new NewLine(
                                    PHONE,
                                    Service.MOBILE,
                                    ADDRESS,
                                    EXCHANGE,
                                    Area.URBAN,
                                    customer,
                                    Money.parse("CNY 30.00")));
            Reporting reported = desk.faults()
                    .report(
                            lin,
                            new NewFault(
                                    new ContactId(Ids.next()),
                                    line.id(),
                                    Channel.HOT_LINE,
                                    Mood.WORRIED,
                                    SAYS,
                                    null,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    false));
            if (!(reported instanceof Reporting.Opened(Fault fault))) {
                throw new AssertionError(reported.toString());
            }
            repaired(desk.faults().accept(he, fault.id()));
            repaired(desk.faults().restore(he, fault.id(), FaultCause.NON_CABLE, SAYS));
            repaired(desk.faults().confirm(lin, fault.id(), Channel.HOT_LINE, SAYS));
            return fault.ticket();
        }

        private void closed(TicketId id) {
            done(desk.tickets().settle(lin, id, version(id), SAYS));
            done(desk.tickets().find(lin, id, version(id), Verdict.UPHELD, SAYS));
            step(id, Step.RESOLVE, null);
            roof.findings().name(lin, id, roof.causes().offered(lin).getFirst().id(), SAYS);
            done(desk.tickets().close(lin, id, version(id), SAYS, SAYS));
        }

        private void cancelled(TicketId id) {
            step(id, Step.CANCEL, SAYS);
        }

        private void step(TicketId id, Step step, @Nullable String why) {
            done(desk.tickets().step(lin, id, version(id), step, why));
        }

        private int version(TicketId id) {
            return desk.tickets().get(lin, id).version();
        }
    }

    private void run(String job) {
        ground.jobs().stream()
                .filter(one -> one.name().equals(job))
                .forEach(one -> one.work().run());
    }

    private static void done(StepResult result) {
        if (!(result instanceof StepResult.Done)) {
            throw new AssertionError(result.toString());
        }
    }

    private static Segment moved(SegmentResult result) {
        if (result instanceof SegmentResult.Done(Segment segment)) {
            return segment;
        }
        throw new AssertionError(result.toString());
    }

    private static void repaired(RepairResult result) {
        if (!(result instanceof RepairResult.Done)) {
            throw new AssertionError(result.toString());
        }
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
