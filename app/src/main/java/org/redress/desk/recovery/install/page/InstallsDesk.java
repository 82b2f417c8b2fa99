package org.redress.desk.recovery.install.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.SumTyped;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.install.Install;
import org.redress.desk.recovery.install.InstallBook;
import org.redress.desk.recovery.install.InstallId;
import org.redress.desk.recovery.install.InstallResult;
import org.redress.desk.recovery.install.InstallWishes;
import org.redress.desk.recovery.install.Installed;
import org.redress.desk.recovery.install.Installs;
import org.redress.desk.recovery.install.LateInstalls;
import org.redress.desk.recovery.install.NewInstall;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Installations: which are late, what they owe, and when they were done. */
@Controller
@RequestMapping(InstallsDesk.PATH)
class InstallsDesk {

    static final String PATH = "/installs";

    static final String NEW = "install";

    private static final int LENGTH = 50;

    /** Counts end there. */
    private static final int MOST = 100;

    private final Installs installs;
    private final InstallBook book;
    private final InstallWishes wishes;
    private final LateInstalls late;
    private final Compensations ledger;
    private final Customers customers;
    private final Staff staff;
    private final Forms forms;
    private final Clock clock;

    InstallsDesk(
            Installs installs,
            InstallBook book,
            InstallWishes wishes,
            LateInstalls late,
            Compensations ledger,
            Customers customers,
            Staff staff,
            Forms forms,
            Clock clock) {
        this.installs = installs;
        this.book = book;
        this.wishes = wishes;
        this.late = late;
        this.ledger = ledger;
        this.customers = customers;
        this.staff = staff;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "ALL") InstallsPage.View view,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable UUID id) {
        return page(actor, words, view, due, id, Attempt.NONE);
    }

    private ModelAndView page(
            Actor actor,
            Words words,
            InstallsPage.View view,
            @Nullable LocalDate due,
            @Nullable UUID id,
            Attempt attempt) {
        List<Install> found = view == InstallsPage.View.WAITING
                ? wishes.list(actor, due, id, LENGTH + 1)
                : installs.list(actor, due, id, LENGTH + 1);
        List<Install> shown = found.stream().limit(LENGTH).toList();
        Map<InstallId, List<InstallWishes.Waiting>> waiting = wishes.of(actor, shown);
        int waits = wishes.count(actor, MOST);
        return Page.of(
                "install/list",
                new InstallsPage(
                        view,
                        words.number(waits) + (waits < MOST ? "" : "+"),
                        shown,
                        late.damages(actor, shown),
                        late.entered(actor, shown),
                        waiting,
                        staff.names(
                                actor,
                                waiting.values().stream()
                                        .flatMap(List::stream)
                                        .map(one -> one.wish().by())
                                        .toList()),
                        customers.cards(
                                actor, shown.stream().map(Install::customer).toList()),
                        late.rate(actor),
                        actor.may(Action.WRITE, InstallBook.KIND) ? book.units(actor) : List.of(),
                        ledger.currency(actor).getCode(),
                        CreditFiles.mayLook(actor),
                        LocalDate.ofInstant(clock.instant(), actor.zone()),
                        actor.zone(),
                        attempt,
                        found.size() > LENGTH ? next(view, shown.getLast()) : null));
    }

    private static String next(InstallsPage.View view, Install last) {
        return PATH + "?view=" + view + "&due=" + last.due() + "&id="
                + last.id().value();
    }

    @PostMapping
    ModelAndView enter(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, NEW, typed, words.text("install.taken"));
        return forms.tell(
                form,
                () -> {
                    Install one = book.enter(actor, wish(actor, form));
                    return form.typed("done").isBlank()
                            ? new Forms.Taken(PATH, form.done())
                            : taken(form, book.done(actor, one.id(), one.version(), day(form.typed("done"))));
                },
                attempt -> page(actor, words, InstallsPage.View.ALL, null, null, attempt));
    }

    private NewInstall wish(Actor actor, Forms.Form form) {
        String number = Typed.line(form.typed("number"), "number");
        Money fees = SumTyped.read(form.typed("sum"), ledger.currency(actor));
        if (fees == null) {
            throw Problem.invalid("install.fees", "sum");
        }
        return new NewInstall(
                number,
                Typed.choice(Installed.class, form.typed("what"), "what"),
                customer(actor, form.typed("customer")),
                unit(form.typed("unit")),
                fees,
                Typed.day(form.typed("ordered"), "ordered"),
                Typed.day(form.typed("due"), "due"));
    }

    private CustomerId customer(Actor actor, String typed) {
        List<CustomerCard> found = typed.isBlank()
                ? List.of()
                : customers.find(actor, typed.strip(), 2).cards();
        if (found.size() != 1) {
            throw Problem.invalid(found.isEmpty() ? "install.customer" : "install.customers", "customer");
        }
        return found.getFirst().id();
    }

    private static UnitId unit(String typed) {
        try {
            return new UnitId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("install.unit", "unit");
        }
    }

    @PostMapping("/{id}/done")
    ModelAndView done(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return take(actor, words, "done-" + id, typed, form -> () -> {
            LocalDate day = day(form.typed("done"));
            return book.done(actor, new InstallId(id), form.version(), day);
        });
    }

    @PostMapping("/{id}/withdrawn")
    ModelAndView withdrawn(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return take(actor, words, "done-" + id, typed, form -> () -> {
            LocalDate day = Typed.day(form.typed("done"), "done");
            return book.withdrawn(actor, new InstallId(id), form.version(), day);
        });
    }

    @PostMapping("/{id}/{whose:ours|notours}")
    ModelAndView whose(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String whose,
            @RequestParam Map<String, String> typed) {
        return take(
                actor,
                words,
                whose + "-" + id,
                typed,
                form -> () -> book.answersFor(actor, new InstallId(id), form.version(), whose.equals("ours")));
    }

    private ModelAndView take(
            Actor actor,
            Words words,
            String name,
            Map<String, String> typed,
            Function<Forms.Form, Supplier<InstallResult>> change) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, name, typed, words.text("install.again"));
        return forms.tell(
                form,
                () -> taken(form, change.apply(form).get()),
                attempt -> page(actor, words, view(form), null, null, attempt));
    }

    private static Forms.Taken taken(Forms.Form form, InstallResult result) {
        String path = view(form) == InstallsPage.View.ALL ? PATH : PATH + "?view=" + view(form);
        return switch (result) {
            case InstallResult.Done done -> new Forms.Taken(path, form.words().text("install.saved"));
            case InstallResult.Waits second -> new Forms.Taken(path, second.text(form.words()));
            case InstallResult.Stale stale -> throw Forms.refused(path, InstallResult.Stale.text(form.words()));
        };
    }

    /** The list from which a form was sent, to which its sender goes back. */
    private static InstallsPage.View view(Forms.Form form) {
        return form.typed("view").equals(InstallsPage.View.WAITING.name())
                ? InstallsPage.View.WAITING
                : InstallsPage.View.ALL;
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("install.done", "done");
        }
    }
}
