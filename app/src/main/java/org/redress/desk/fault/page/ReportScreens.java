package org.redress.desk.fault.page;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Drawn;
import org.redress.desk.contact.ToldPanel;
import org.redress.desk.contact.ToldParts;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultFiles;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineFile;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.Lines;
import org.redress.desk.fault.TestedLine;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.FormDrafts;
import org.redress.platform.web.FormDrafts.Place;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out the screen of the fault desk. */
@Component
class ReportScreens {

    private static final int FOUND = 12;
    /** Of whom has more lines, the others are found by their number. */
    private static final int THEIRS = 50;

    private final FaultFiles files;
    private final Lines lines;
    private final Customers customers;
    private final TicketBoard board;
    private final Tickets tickets;
    private final Names names;
    private final ToldParts told;
    private final FormDrafts drafts;
    private final Clock clock;

    ReportScreens(
            FaultFiles files,
            Lines lines,
            Customers customers,
            TicketBoard board,
            Tickets tickets,
            Names names,
            ToldParts told,
            FormDrafts drafts,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.customers = customers;
        this.board = board;
        this.tickets = tickets;
        this.names = names;
        this.told = told;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The lines of a number to choose from, or those of the ticket's customer; one alone is chosen. */
    ModelAndView find(Actor actor, String number, @Nullable UUID ticket) {
        actor.require(Action.READ, "fault");
        List<Line> found = number.isBlank() ? theirs(actor, ticket) : lines.find(actor, number, FOUND);
        if (found != null && found.size() == 1) {
            return open(actor, number, found.getFirst().id().value(), ticket);
        }
        ReportForm fresh = ReportForm.fresh(null, ticket, clock.instant());
        return page(actor, number, found, null, fresh, null, "", HttpStatus.OK);
    }

    private @Nullable List<Line> theirs(Actor actor, @Nullable UUID ticket) {
        Ticket on = ticket(actor, ticket);
        return on == null || on.customer() == null || Faults.barred(on).isPresent()
                ? null
                : lines.of(actor, on.customer()).stream().limit(THEIRS).toList();
    }

    private @Nullable Ticket ticket(Actor actor, @Nullable UUID id) {
        return id == null ? null : tickets.get(actor, new TicketId(id), Action.WRITE);
    }

    /** The screen of a line; what the customer said to the questions stands there again where somebody has begun. */
    ModelAndView open(Actor actor, String number, UUID line, @Nullable UUID ticket) {
        ReportForm fresh = ReportForm.fresh(line, ticket, clock.instant());
        if (ticket != null) {
            return show(actor, number, fresh);
        }
        return show(
                actor,
                number,
                drafts.find(Place.of(actor.bureau().value(), actor.staff().value(), ReportPage.draft(line)))
                        .map(draft -> fresh.begun(draft.typed()))
                        .orElse(fresh));
    }

    ModelAndView show(Actor actor, String number, ReportForm form) {
        return page(actor, number, null, file(actor, form), form, null, "", HttpStatus.OK);
    }

    /** The screen again, for a report that could not be taken. */
    ModelAndView again(Actor actor, ReportForm form, Attempt attempted) {
        return page(
                actor,
                "",
                null,
                file(actor, form),
                form,
                attempted.field(),
                attempted.error(),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LineFile file(Actor actor, ReportForm form) {
        if (form.line() == null) {
            throw Problem.absent("fault.line.absent");
        }
        return files.line(actor, new LineId(form.line())).orElseThrow(() -> Problem.absent("fault.line.absent"));
    }

    private ModelAndView page(
            Actor actor,
            String number,
            @Nullable List<Line> found,
            @Nullable LineFile file,
            ReportForm form,
            @Nullable String field,
            String error,
            HttpStatus status) {
        Ticket on = ticket(actor, form.ticket());
        Map<CustomerId, CustomerCard> cards = customers.cards(
                actor,
                Stream.of(file == null ? null : file.line().customer(), on == null ? null : on.customer())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        ReportPage page = new ReportPage(
                on == null ? null : matter(on, file, cards),
                number,
                found,
                file,
                file == null ? null : cards.get(file.line().customer()),
                file == null ? Map.of() : tickets(actor, file),
                form,
                names.of(
                        actor,
                        file == null
                                ? Set.of()
                                : file.tests().stream().map(TestedLine::by).toList()),
                files.mayReport(actor),
                file == null ? List.of() : told(actor, on == null ? form.words() : on.text()),
                field,
                error,
                clock.instant(),
                actor.zone());
        return Page.of("fault/new", page, status);
    }

    private static Matter matter(Ticket on, @Nullable LineFile file, Map<CustomerId, CustomerCard> cards) {
        boolean others = file != null && !file.line().customer().equals(on.customer());
        return new Matter(
                on,
                on.customer() == null ? null : cards.get(on.customer()),
                Faults.barred(on).orElse(others ? "fault.ticket.customer" : null));
    }

    /** What others show beside the words as far as they are typed. */
    List<Drawn> told(Actor actor, String words) {
        actor.require(Action.READ, "fault");
        return told.of(actor, new ToldPanel.Told("", words, ""));
    }

    private Map<TicketId, TicketCard> tickets(Actor actor, LineFile file) {
        if (!actor.may(Action.READ, "ticket")) {
            return Map.of();
        }
        List<Fault> faults = new ArrayList<>(file.repairs());
        Stream.ofNullable(file.open()).forEach(faults::add);
        return board.cards(actor, faults.stream().map(Fault::ticket).distinct().toList()).stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }
}
