package org.redress.desk.recovery.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.billing.AdjustmentRow;
import org.redress.desk.recovery.billing.AdjustmentState;
import org.redress.desk.recovery.billing.Adjustments;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What billing has refused or not answered, and what a person does about it. */
@Controller
@RequestMapping(BillingDesk.PATH)
class BillingDesk {

    static final String PATH = MoneyDesk.PATH + "/billing";

    private final Adjustments adjustments;
    private final Compensations ledger;
    private final MoneyTable table;
    private final Forms forms;

    BillingDesk(Adjustments adjustments, Compensations ledger, MoneyTable table, Forms forms) {
        this.adjustments = adjustments;
        this.ledger = ledger;
        this.table = table;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "REFUSED") AdjustmentState state,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        return page(actor, words, state, at, id, Attempt.NONE);
    }

    private ModelAndView page(
            Actor actor, Words words, AdjustmentState state, @Nullable Instant at, @Nullable UUID id, Attempt attempt) {
        List<AdjustmentRow> found = adjustments.in(actor, state, at, id, MoneyDesk.LENGTH + 1);
        List<AdjustmentRow> shown = found.stream().limit(MoneyDesk.LENGTH).toList();
        List<Compensation> known = List.copyOf(
                ledger.of(actor, shown.stream().map(AdjustmentRow::compensation).toList())
                        .values());
        Map<CompensationId, MoneyRow> rows = table.of(actor, words, known).stream()
                .collect(Collectors.toMap(row -> row.compensation().id(), Function.identity()));
        return Page.of(
                "recovery/billing",
                new BillingPage(
                        state,
                        shown.stream()
                                .map(one ->
                                        new BillingPage.Row(one, Objects.requireNonNull(rows.get(one.compensation()))))
                                .toList(),
                        actor.may(Action.ASSIGN, Compensations.KIND),
                        attempt,
                        found.size() > MoneyDesk.LENGTH
                                ? PATH + "?state=" + state + "&at="
                                        + shown.getLast().askedAt() + "&id="
                                        + shown.getLast().posting()
                                : null));
    }

    @PostMapping("/{posting}/retry")
    ModelAndView retry(Actor actor, Words words, @PathVariable UUID posting, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "retry", typed, words.text("billing.retried"));
        return forms.take(
                form,
                () -> {
                    adjustments.retry(actor, posting);
                    return PATH;
                },
                attempt -> page(actor, words, AdjustmentState.REFUSED, null, null, attempt));
    }

    @PostMapping("/{posting}/settle")
    ModelAndView settle(Actor actor, Words words, @PathVariable UUID posting, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(
                actor.bureau().value(), words, "settle-" + posting, typed, words.text("billing.settled"));
        return forms.take(
                form,
                () -> {
                    if (!adjustments.settle(actor, posting, form.typed("why"))) {
                        throw Forms.refused(PATH, words.text("billing.moved"));
                    }
                    return PATH;
                },
                attempt -> page(actor, words, AdjustmentState.REFUSED, null, null, attempt));
    }
}
