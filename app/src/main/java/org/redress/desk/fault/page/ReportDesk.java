package org.redress.desk.fault.page;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.LineTests;
import org.redress.desk.fault.Reporting;
import org.redress.desk.fault.TestedLine;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes fault reports: number, line, questions, test, report, all on one screen. */
@Controller
class ReportDesk {

    static final String NEW = "/faults/new";

    private final ReportScreens screens;
    private final Faults faults;
    private final LineTests tests;
    private final FormKeys keys;
    private final Forms forms;

    ReportDesk(ReportScreens screens, Faults faults, LineTests tests, FormKeys keys, Forms forms) {
        this.screens = screens;
        this.faults = faults;
        this.tests = tests;
        this.keys = keys;
        this.forms = forms;
    }

    static String address(LineId line, @Nullable UUID ticket) {
        return NEW + "?line=" + line.value() + (ticket == null ? "" : "&ticket=" + ticket);
    }

    /** @param ticket that gets the work order; one that has it already is shown */
    @GetMapping(NEW)
    ModelAndView open(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable UUID line,
            @RequestParam(required = false) @Nullable UUID ticket) {
        Fault known = ticket == null
                ? null
                : faults.ofTicket(actor, new TicketId(ticket)).orElse(null);
        if (known != null) {
            return Page.then(FaultPanel.page(known));
        }
        return line == null ? screens.find(actor, number, ticket) : screens.open(actor, number, line, ticket);
    }

    /** One more answer, or one taken back; nothing is kept. */
    @PostMapping(NEW + "/answer")
    ModelAndView answer(
            Actor actor,
            ReportForm form,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String undo) {
        ReportForm kept = undo.isEmpty() ? form : form.unsaying(undo);
        return screens.show(actor, "", answer.isEmpty() ? kept : kept.saying(answer));
    }

    /** While one types; nothing is kept. */
    @PostMapping(value = NEW + "/told", headers = "HX-Request")
    ModelAndView told(Actor actor, ReportForm form) {
        return Page.of("contact/told", screens.told(actor, form.words()));
    }

    /** Tests the line; measured outside of a transaction, kept once. */
    @PostMapping(NEW + "/test")
    ModelAndView test(Actor actor, ReportForm form, @RequestParam String formKey) {
        TestedLine tested = tests.measure(actor, form.chosen());
        keys.once(actor.bureau().value(), formKey, () -> {
            tests.keep(actor, tested);
            return address(tested.line(), form.ticket());
        });
        return screens.show(actor, "", form);
    }

    @PostMapping("/faults")
    ModelAndView report(Actor actor, Words words, ReportForm form, @RequestParam String formKey) {
        return forms.take(
                new Forms.Form(
                        actor.bureau().value(),
                        words,
                        "report",
                        Map.of("formKey", formKey),
                        words.text("fault.done.report")),
                () -> switch (reported(actor, form)) {
                    case Reporting.Opened(Fault fault) -> FaultPanel.page(fault);
                    case Reporting.Already(Fault fault) ->
                        throw Forms.refused(FaultPanel.page(fault), words.text(already(form, fault)));
                },
                attempted -> screens.again(actor, form, attempted));
    }

    private Reporting reported(Actor actor, ReportForm form) {
        return form.ticket() == null
                ? faults.report(actor, form.fault(actor.zone()))
                : faults.report(actor, new TicketId(form.ticket()), form.order(actor.zone()));
    }

    private static String already(ReportForm form, Fault known) {
        return known.ticket().value().equals(form.ticket()) ? "fault.already.ticket" : "fault.already";
    }
}
