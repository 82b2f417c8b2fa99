package org.redress.desk.fault.page;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineFile;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.Lines;
import org.redress.desk.fault.TestedLine;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
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

    private final FaultFiles files;
    private final Lines lines;
    private final Customers customers;
    private final TicketBoard tickets;
    private final Names names;
    private final ToldParts told;
    private final FormDrafts drafts;
    private final Clock clock;

    ReportScreens(
            FaultFiles files,
            Lines lines,
            Customers customers,
            TicketBoard tickets,
            Names names,
            ToldParts told,
            FormDrafts drafts,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.customers = customers;
        this.tickets = tickets;
        this.names = names;
        this.told = told;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The lines of a number to choose from; one alone is chosen. */
    ModelAndView find(Actor actor, String number) {
        actor.require(Action.READ, "fault");
        List<Line> found = number.isBlank() ? null : lines.find(actor, number, FOUND);
        if (found != null && found.size() == 1) {
            return open(actor, number, found.getFirst().id().value());
        }
        return page(actor, number, found, null, ReportForm.fresh(null, clock.instant()), null, "", HttpStatus.OK);
    }

    /** The screen of a line; what the customer said to the questions stands there again where somebody has begun. */
    ModelAndView open(Actor actor, String number, UUID line) {
        ReportForm fresh = ReportForm.fresh(line, clock.instant());
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
        CustomerCard customer = file == null
                ? null
                : customers
                        .cards(actor, Set.of(file.line().customer()))
                        .get(file.line().customer());
        ReportPage page = new ReportPage(
                number,
                found,
                file,
                customer,
                file == null ? Map.of() : tickets(actor, file),
                form,
                names.of(
                        actor,
                        file == null
                                ? Set.of()
                                : file.tests().stream().map(TestedLine::by).toList()),
                files.mayReport(actor),
                file == null ? List.of() : told(actor, form),
                field,
                error,
                clock.instant(),
                actor.zone());
        return Page.of("fault/new", page, status);
    }

    /** What others show beside the words as far as they are typed. */
    List<Drawn> told(Actor actor, ReportForm form) {
        actor.require(Action.READ, "fault");
        return told.of(actor, new ToldPanel.Told("", form.words(), ""));
    }

    private Map<TicketId, TicketCard> tickets(Actor actor, LineFile file) {
        if (!actor.may(Action.READ, "ticket")) {
            return Map.of();
        }
        List<Fault> faults = new ArrayList<>(file.repairs());
        Stream.ofNullable(file.open()).forEach(faults::add);
        return tickets
                .cards(actor, faults.stream().map(Fault::ticket).distinct().toList())
                .stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }
}
