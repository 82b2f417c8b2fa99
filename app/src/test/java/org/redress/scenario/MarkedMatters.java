package org.redress.scenario;

import static org.redress.scenario.MarkedCustomer.ADDRESS;
import static org.redress.scenario.MarkedCustomer.NAME;
import static org.redress.scenario.MarkedCustomer.PHONE;
import static org.redress.scenario.MarkedCustomer.SAYS;
import static org.redress.scenario.MarkedCustomer.TOWN;
import static org.redress.scenario.MarkedCustomer.TYPE;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.preference.NewPreference;
import org.redress.desk.care.preference.Occasion;
import org.redress.desk.care.preference.Origin;
import org.redress.desk.care.preference.PreferenceKind;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.RepairResult;
import org.redress.desk.fault.Reporting;
import org.redress.desk.fault.Service;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.Task;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.plan.Chosen;
import org.redress.desk.recovery.plan.Speaker;
import org.redress.desk.recovery.reaction.ReactionStep;
import org.redress.desk.recovery.voice.NewVoice;
import org.redress.desk.recovery.voice.Said;
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
import org.redress.ground.attachment.Holder;
import org.redress.ground.attachment.Sent;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.database.Ids;
import org.redress.platform.web.FormDrafts;
import org.redress.scenario.MarkedCustomer.Desk;
import org.redress.scenario.MarkedCustomer.Given;
import org.redress.scenario.MarkedCustomer.Ground;

/** What a bureau's desk has to do with a customer, who is named with number and address wherever somebody can write. */
final class MarkedMatters {

    private static final String MAILBOX = "die2468@example.org";
    private static final String EXCHANGE = "城北局";

    private final MarkedCrew crew;
    private final Desk desk;
    private final Ground ground;
    private final Given given;

    MarkedMatters(MarkedCrew crew, Desk desk, Ground ground, Given given) {
        this.crew = crew;
        this.desk = desk;
        this.ground = ground;
        this.given = given;
    }

    /** A file of customers, with their name among the segments, and a row that is sent back for it. */
    void imported() {
        String row = "," + NAME + "," + PHONE + "," + NAME;
        String text = "客户编号,客户名称,手机号码,客户类型,入网日期\n1" + row + ",2020-01-05\n2" + row + "户,不记得\n";
        FileId file = ground.intake()
                .receive(
                        crew.command(),
                        "customers.csv",
                        "customers",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        StoredFile stored = ground.intake().file(crew.command(), file);
        Map<String, Map<String, String>> codes = Map.of("segment", Map.of(NAME, "RESIDENTIAL"));
        ground.intake()
                .settle(
                        crew.command(),
                        file,
                        stored.version(),
                        stored.source(),
                        new Mapping(stored.mapping().uses(), Map.of(), codes));
        ground.intake().saveTemplate(crew.command(), file, "customers");
        if (ground.runs()
                        .runNow(crew.command(), file, Run.Kind.WRITE, run -> {})
                        .rejected()
                != 1) {
            throw new AssertionError("no row was sent back");
        }
    }

    Contact contact() {
        return desk.contacts()
                .record(
                        crew.lin(),
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

    CustomerDraft draft() {
        return new CustomerDraft("desk", null, NAME, PHONE, "+86" + PHONE, MAILBOX, ADDRESS);
    }

    /** What is written on the ticket itself, and kept with it. */
    void written(CustomerId customer, TicketId id) {
        UUID draft = Ids.next();
        desk.drafts()
                .save(
                        crew.lin(),
                        new ContactId(draft),
                        draft,
                        0,
                        ground.clock().instant(),
                        Map.of("customer", customer.value().toString(), "words", SAYS));
        ground.forms()
                .save(
                        FormDrafts.Place.of(
                                crew.command().bureau().value(),
                                crew.lin().staff().value(),
                                "/tickets/" + id.value() + "/note"),
                        new FormDrafts.Window(Ids.next().toString(), 0),
                        Map.of("text", SAYS));
        ground.consents().note(crew.lin(), customer, ReachPoint.Kind.POST, false, SAYS);
        desk.preferences()
                .note(
                        crew.lin(),
                        customer,
                        new NewPreference(PreferenceKind.OTHER, SAYS, Origin.SAID),
                        Occasion.of(id));
        byte[] file = SAYS.getBytes(StandardCharsets.UTF_8);
        ground.attachments()
                .add(
                        crew.lin(),
                        new Holder("ticket", id.value()),
                        new Sent(NAME + ".txt", "", new ByteArrayInputStream(file)));
        step(id, Step.START, null);
        desk.tickets().note(crew.lin(), id, SAYS);
        done(desk.tickets().hold(crew.lin(), id, version(id), PauseReason.WAITING_FOR_CUSTOMER, SAYS, null));
        step(id, Step.RESUME, null);
        done(desk.transfers().offer(crew.lin(), id, version(id), crew.tang().staff(), SAYS));
        done(desk.transfers().refuse(crew.tang(), id, SAYS));
        done(desk.tickets().answer(crew.lin(), id, version(id), Channel.EMAIL, SAYS));
    }

    /** There and back between two departments until somebody decides, and what is said of the work. */
    void departments(TicketId id) {
        for (int i = 0; i < 2; i++) {
            Segment sent = moved(desk.segments().send(crew.lin(), id, task(), SAYS));
            moved(desk.segments().giveBack(crew.he(), sent.id(), SAYS));
        }
        Segment named = moved(desk.deciders().decide(crew.wei(), id, crew.he().unit(), SAYS));
        moved(desk.segments().accept(crew.he(), named.id(), null));
        moved(desk.segments().finish(crew.he(), named.id(), SAYS, SAYS));
        moved(desk.segments().refuse(crew.lin(), named.id(), new Assessment(false, true, SAYS)));
        moved(desk.segments().finish(crew.he(), named.id(), SAYS, SAYS));
        moved(desk.segments().assess(crew.lin(), named.id(), new Assessment(true, true, SAYS)));
    }

    Task task() {
        return new Task(NAME + "家", crew.he().unit(), null, null, SAYS, Limit.workingHours(4), SAYS, false);
    }

    void recovery(TicketId id) {
        done(desk.tickets()
                .classify(
                        crew.lin(),
                        id,
                        version(id),
                        TYPE,
                        new Diagnosis(FailureKind.OUTCOME, SAYS, Attribution.PROVIDER, SAYS)));
        desk.voices().record(crew.lin(), id, new NewVoice(Said.WANTS, SAYS, null));
        desk.plans().make(crew.lin(), id, 0, List.of(new Chosen(RemedyKind.EXPLANATION, Speaker.ANYBODY)), SAYS);
        desk.remedies().give(crew.lin(), id, RemedyKind.EXPLANATION, null, SAYS);
        given.deliveries().await(crew.command());
        desk.reactions().spare(crew.lin(), id, ReactionStep.SYMBOLIC, SAYS);
    }

    /** A complaint that came in so long ago that everything about it is late. */
    TicketId old() {
        Ticket opened = desk.tickets()
                .open(
                        crew.lin(),
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

    TicketId faulty(CustomerId customer) {
        desk.lines().assign(crew.command(), EXCHANGE, crew.he().unit());
        Line line = desk.lines()
                .enter(
                        crew.command(),
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
                        crew.lin(),
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
        repaired(desk.faults().accept(crew.he(), fault.id()));
        repaired(desk.faults().restore(crew.he(), fault.id(), FaultCause.NON_CABLE, SAYS));
        repaired(desk.faults().confirm(crew.lin(), fault.id(), Channel.HOT_LINE, SAYS));
        return fault.ticket();
    }

    void cancelled(TicketId id) {
        step(id, Step.CANCEL, SAYS);
    }

    void step(TicketId id, Step step, @Nullable String why) {
        done(desk.tickets().step(crew.lin(), id, version(id), step, why));
    }

    int version(TicketId id) {
        return desk.tickets().get(crew.lin(), id).version();
    }

    static void done(StepResult result) {
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
}
