package org.redress.desk.recovery.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.ApprovalStep;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.billing.AdjustmentRow;
import org.redress.desk.recovery.billing.Adjustments;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Dimension;
import org.redress.desk.recovery.ledger.Entry;
import org.redress.desk.recovery.ledger.LedgerFilter;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a yes, the ledger, and one compensation in it. */
@Controller
class MoneyDesk {

    static final String PATH = "/recovery";
    static final String APPROVALS = PATH + "/approvals";
    static final String LEDGER = PATH + "/ledger";
    static final int LENGTH = 50;

    private final Approvals approvals;
    private final Compensations ledger;
    private final Adjustments billing;
    private final MoneyTable table;
    private final Staff staff;
    private final Forms forms;

    MoneyDesk(
            Approvals approvals,
            Compensations ledger,
            Adjustments billing,
            MoneyTable table,
            Staff staff,
            Forms forms) {
        this.approvals = approvals;
        this.ledger = ledger;
        this.billing = billing;
        this.table = table;
        this.staff = staff;
        this.forms = forms;
    }

    @Bean
    static NavEntry moneyFloor() {
        return new NavEntry(26, MoneyCount.FLOOR, APPROVALS, "arrows-exchange");
    }

    @GetMapping(APPROVALS)
    ModelAndView approvals(
            Actor actor,
            Words words,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        List<ApprovalStep> found = approvals.waiting(actor, at, id == null ? null : new CompensationId(id), LENGTH + 1);
        List<ApprovalStep> shown = found.stream().limit(LENGTH).toList();
        Map<CompensationId, Compensation> known =
                ledger.of(actor, shown.stream().map(ApprovalStep::compensation).toList());
        List<Compensation> all = shown.stream()
                .map(step -> known.get(step.compensation()))
                .filter(Objects::nonNull)
                .toList();
        return Page.of(
                "recovery/approvals",
                new ApprovalsPage(
                        table.deciding(actor, words, all),
                        actor.scope(Action.READ, Compensations.KIND).orElseThrow() == Scope.BUREAU,
                        Attempt.NONE,
                        found.size() > LENGTH
                                ? APPROVALS + "?at=" + shown.getLast().askedAt() + "&id="
                                        + shown.getLast().compensation().value()
                                : null,
                        actor.zone()));
    }

    @PostMapping(LEDGER + "/{id}/decide")
    ModelAndView decide(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        boolean yes = typed.getOrDefault("verdict", "").equals("yes");
        Forms.Form form = new Forms.Form(
                actor.bureau().value(),
                words,
                "decide",
                typed,
                words.text(yes ? "approval.said.yes" : "approval.said.no"));
        CompensationId compensation = new CompensationId(id);
        return forms.take(
                form,
                () -> next(actor, words, compensation, form, yes),
                attempt -> shown(actor, words, compensation, attempt));
    }

    private String next(Actor actor, Words words, CompensationId id, Forms.Form form, boolean yes) {
        String page = LEDGER + "/" + id.value();
        return switch (approvals.decide(actor, id, form.version(), yes, form.typed("why"))) {
            case ApprovalResult.NotDone done -> throw Forms.refused(page, told(actor, words, done));
            case ApprovalResult.Promised promised -> page;
            case ApprovalResult.TurnedDown down -> page;
            case ApprovalResult.Next next -> page;
        };
    }

    /** Who was faster is told by name. */
    private String told(Actor actor, Words words, ApprovalResult.NotDone done) {
        String why = done.why().text(words);
        if (done.by() == null || done.at() == null) {
            return why;
        }
        String name = MoneyTable.name(words, staff.members(actor, List.of(done.by())), done.by());
        return words.text("approval.told", why, name, words.dateTime(done.at(), actor.zone()));
    }

    @GetMapping(LEDGER)
    ModelAndView ledger(
            Actor actor,
            Words words,
            @RequestParam(required = false) @Nullable Dimension by,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "false") boolean standing,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID after) {
        LedgerFilter filter = new LedgerFilter(by, key, day, after, month, standing);
        List<Compensation> found = ledger.list(actor, filter, LENGTH + 1);
        List<Compensation> shown = found.stream().limit(LENGTH).toList();
        String query = (by == null ? "?" : "?by=" + by + "&key=" + key + "&")
                + (month == null ? "" : "month=" + month + "&")
                + (standing ? "standing=true&" : "");
        return Page.of(
                "recovery/ledger",
                new LedgerPage(
                        table.of(actor, words, shown),
                        of(words, filter),
                        actor.scope(Action.READ, Compensations.KIND).orElseThrow() == Scope.BUREAU,
                        found.size() > LENGTH
                                ? LEDGER + query + "day=" + shown.getLast().day() + "&after="
                                        + shown.getLast().id().value()
                                : null));
    }

    /** Whoever sees only their own sees of another's what became of it, where they can read its ticket. */
    private static boolean sees(Actor actor, Compensation one) {
        return actor.require(Action.READ, Compensations.KIND) == Scope.BUREAU
                || one.giver().equals(actor.staff());
    }

    /** What a list is of, in words; null for all. */
    private static @Nullable String of(Words words, LedgerFilter filter) {
        List<String> of = new ArrayList<>();
        if (filter.by() == Dimension.BASIS) {
            filter.bases().forEach(one -> of.add(words.text("ledger.basis." + one)));
        } else if (filter.by() != null) {
            of.add(words.text("ledger.dimension." + filter.by()));
        }
        if (filter.month() != null) {
            of.add(words.month(filter.month()));
        }
        if (filter.standing()) {
            of.add(words.text("ledger.standing"));
        }
        return of.isEmpty() ? null : String.join(words.text("taxonomy.and"), of);
    }

    @GetMapping(LEDGER + "/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return shown(actor, words, new CompensationId(id), Attempt.NONE);
    }

    private ModelAndView shown(Actor actor, Words words, CompensationId id, Attempt attempt) {
        Compensation one = ledger.get(actor, id);
        MoneyRow row = table.deciding(actor, words, List.of(one)).getFirst();
        boolean full = sees(actor, one);
        if (!full && row.ticket() == null) {
            throw Problem.absent("ledger.absent");
        }
        List<Entry> entries = ledger.entries(actor, List.of(id));
        List<AdjustmentRow> told = billing.of(actor, List.of(id));
        return Page.of(
                "recovery/compensation",
                new CompensationPage(
                        row,
                        entries,
                        told,
                        row.open() == null || row.ticket() == null ? EarlierCases.NONE : approvals.earlier(actor, one),
                        one.budget() == null || !full
                                ? null
                                : ledger.left(actor, one.budget()).orElse(null),
                        full,
                        staff.members(
                                actor,
                                Stream.of(
                                                entries.stream().map(Entry::by),
                                                told.stream()
                                                        .map(AdjustmentRow::settledBy)
                                                        .flatMap(Stream::ofNullable),
                                                row.steps().stream()
                                                        .flatMap(step -> Stream.concat(
                                                                Stream.ofNullable(step.asked()),
                                                                Stream.ofNullable(step.decision())
                                                                        .map(ApprovalStep.Decision::by)
                                                                        .flatMap(Stream::ofNullable))))
                                        .flatMap(people -> people)
                                        .toList()),
                        attempt,
                        actor.zone()));
    }
}
