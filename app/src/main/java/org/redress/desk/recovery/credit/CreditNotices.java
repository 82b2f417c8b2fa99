package org.redress.desk.recovery.credit;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.Money;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.ground.notification.SendResult;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the customers of a run, to whoever proposed it or leads the unit that they have left, and to whoever is asked for
 * a yes.
 */
@Component
class CreditNotices {

    static final String REVERSED = "credit.reversed";

    private static final String UNREACHED = "credit.unreached";

    private final CreditRows runs;
    private final ShareRows shares;
    private final Messages messages;
    private final Notices notices;
    private final Staff staff;
    private final Superiors superiors;
    private final Clock clock;

    CreditNotices(
            CreditRows runs,
            ShareRows shares,
            Messages messages,
            Notices notices,
            Staff staff,
            Superiors superiors,
            Clock clock) {
        this.runs = runs;
        this.shares = shares;
        this.messages = messages;
        this.notices = notices;
        this.staff = staff;
        this.superiors = superiors;
        this.clock = clock;
    }

    /** Writes to some customers that they get, or get no longer, their share; each once. */
    @Transactional
    public void write(Actor product, CreditRun run, boolean back, List<ShareRows.Entered> some) {
        Map<CustomerId, CreditShare.Told> told = new HashMap<>();
        for (ShareRows.Entered one : some) {
            told.put(one.share().customer(), write(product, run, back, one.share()));
        }
        runs.work(product.bureau(), run.id(), 0, shares.told(product.bureau(), run.id(), back, told));
        some.stream()
                .map(ShareRows.Entered::share)
                .filter(share -> told.get(share.customer()) == CreditShare.Told.NO_WAY)
                .findFirst()
                .ifPresent(share -> unreached(product, run, share.id() + (back ? ".back" : "")));
    }

    private CreditShare.Told write(Actor product, CreditRun run, boolean back, CreditShare share) {
        String code = back ? REVERSED : "credit.posted";
        About about = new About(CreditRuns.SUBJECT, share.id(), "", CreditRuns.path(run.id()));
        Notice notice = new Notice(code, about, code, words -> says(words, run, share.total(), product.zone()));
        return notices.write(product, share.customer(), notice)
                .map(result ->
                        result instanceof SendResult.Withheld ? CreditShare.Told.WITHHELD : CreditShare.Told.SENT)
                .orElse(CreditShare.Told.NO_WAY);
    }

    private static Map<String, String> says(Words words, CreditRun run, Money sum, ZoneId zone) {
        return Map.of(
                "place", run.problem().place(),
                "from", words.dateTime(run.problem().from(), zone),
                "until", words.dateTime(run.problem().end(), zone),
                "sum", words.money(sum));
    }

    /** Whoever is asked for the yes that a run waits for hears of it. */
    void asked(Actor product, CreditRun run, StaffId asked) {
        boolean over = run.state() == CreditRunState.SHORT;
        Money lacking = run.sums().lacking();
        Money sum = over && lacking != null ? lacking : run.sums().total();
        String code = over ? "credit.over" : "credit.asked";
        String proposer = staff.find(product, run.people().proposer())
                .map(StaffMember::name)
                .orElse("");
        notices.ring(
                product,
                asked,
                new Notice(
                        code,
                        about(run),
                        code + "." + run.version(),
                        words -> Map.of("place", run.problem().place(), "person", proposer, "sum", words.money(sum)),
                        true));
    }

    /** A budget did not reach: whoever proposed the run hears of it. */
    void lacks(Actor product, CreditRun run, Money lacking) {
        tell(product, run, "credit.short", "short." + run.version(), words -> Map.of("sum", words.money(lacking)));
    }

    /** Somebody got nothing by choice: whoever proposed the run hears of it. */
    void leftOut(Actor product, CreditRun run, CustomerId customer) {
        tell(product, run, "credit.leftout", "leftout." + customer.value(), words -> Map.of());
    }

    /**
     * Some were not reached by their letters: whoever proposed the run hears of it, and of more of them once they have read that.
     *
     * @param cause by which it was found, so that the same is told once
     */
    void unreached(Actor product, CreditRun run, String cause) {
        if (!messages.unread(
                product, hearing(product, run), CreditRuns.SUBJECT, run.id().value(), UNREACHED)) {
            tell(product, run, UNREACHED, "unreached." + cause, words -> Map.of());
        }
    }

    private StaffId hearing(Actor product, CreditRun run) {
        return superiors.hearing(product.bureau(), run.people().proposer(), run.unit(), clock.instant());
    }

    private void tell(
            Actor product, CreditRun run, String code, String occasion, Function<Words, Map<String, String>> more) {
        notices.ring(product, hearing(product, run), new Notice(code, about(run), occasion, words -> {
            Map<String, String> says = new HashMap<>(more.apply(words));
            says.put("place", run.problem().place());
            return says;
        }));
    }

    private static About about(CreditRun run) {
        return new About(CreditRuns.SUBJECT, run.id().value(), "", CreditRuns.path(run.id()));
    }
}
