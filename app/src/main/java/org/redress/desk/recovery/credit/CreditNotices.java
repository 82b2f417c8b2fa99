package org.redress.desk.recovery.credit;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.notification.SendResult;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the customers of a run, to whoever proposed it or leads the unit that they have left, and to whoever is asked for
 * a yes.
 */
@Component
class CreditNotices {

    /** Customers' own language is not known; the bureau's is spoken. */
    private static final Locale LANGUAGE = Words.CHINESE;

    static final String REVERSED = "credit.reversed";

    private static final String UNREACHED = "credit.unreached";

    private final CreditRows runs;
    private final ShareRows shares;
    private final Messages messages;
    private final Customers customers;
    private final Staff staff;
    private final Superiors superiors;
    private final Clock clock;

    CreditNotices(
            CreditRows runs,
            ShareRows shares,
            Messages messages,
            Customers customers,
            Staff staff,
            Superiors superiors,
            Clock clock) {
        this.runs = runs;
        this.shares = shares;
        this.messages = messages;
        this.customers = customers;
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
        Optional<ReachPoint> to = customers.reach(product, share.customer());
        if (to.isEmpty()) {
            return CreditShare.Told.NO_WAY;
        }
        ReachPoint point = to.get();
        String code = back ? REVERSED : "credit.posted";
        SendResult result = messages.send(
                product,
                new Message(
                        code,
                        channel(point.kind()),
                        LANGUAGE,
                        Recipient.customer(share.customer().value(), point.address(), point.consented()),
                        new About(CreditRuns.SUBJECT, share.id(), "", CreditRuns.path(run.id())),
                        code,
                        parameters(run, share.total(), product.zone()),
                        false));
        return result instanceof SendResult.Withheld ? CreditShare.Told.WITHHELD : CreditShare.Told.SENT;
    }

    private static Map<String, String> parameters(CreditRun run, Money sum, ZoneId zone) {
        Words words = Words.of(LANGUAGE);
        return Map.of(
                "place", run.problem().place(),
                "from", words.dateTime(run.problem().from(), zone),
                "until", words.dateTime(run.problem().end(), zone),
                "sum", words.money(sum));
    }

    /** Whoever is asked for the yes that a run waits for hears of it. */
    void asked(Actor product, CreditRun run, StaffId asked) {
        Map<StaffId, StaffMember> people =
                staff.members(product, List.of(asked, run.people().proposer()));
        StaffMember reader = people.get(asked);
        StaffMember proposer = people.get(run.people().proposer());
        Locale language = reader == null || reader.language() == null ? Words.CHINESE : reader.language();
        boolean over = run.state() == CreditRunState.SHORT;
        Money lacking = run.sums().lacking();
        String sum = Words.of(language)
                .money(over && lacking != null ? lacking : run.sums().total());
        String code = over ? "credit.over" : "credit.asked";
        messages.send(
                product,
                new Message(
                        code,
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(asked),
                        new About(CreditRuns.SUBJECT, run.id().value(), "", CreditRuns.path(run.id())),
                        code + "." + run.version(),
                        over
                                ? Map.of("place", run.problem().place(), "sum", sum)
                                : Map.of(
                                        "place",
                                        run.problem().place(),
                                        "person",
                                        proposer == null ? "" : proposer.name(),
                                        "sum",
                                        sum),
                        true));
    }

    /** A budget did not reach: whoever proposed the run hears of it. */
    void lacks(Actor product, CreditRun run, Money lacking) {
        ring(
                product,
                run,
                "credit.short",
                "short." + run.version(),
                language -> Map.of("sum", Words.of(language).money(lacking)));
    }

    /** Somebody got nothing by choice: whoever proposed the run hears of it. */
    void leftOut(Actor product, CreditRun run, CustomerId customer) {
        ring(product, run, "credit.leftout", "leftout." + customer.value(), language -> Map.of());
    }

    /**
     * Some were not reached by their letters: whoever proposed the run hears of it, and of more of them once they have read that.
     *
     * @param cause by which it was found, so that the same is told once
     */
    void unreached(Actor product, CreditRun run, String cause) {
        if (!messages.unread(
                product, hearing(product, run), CreditRuns.SUBJECT, run.id().value(), UNREACHED)) {
            ring(product, run, UNREACHED, "unreached." + cause, language -> Map.of());
        }
    }

    private StaffId hearing(Actor product, CreditRun run) {
        return superiors.hearing(product.bureau(), run.people().proposer(), run.unit(), clock.instant());
    }

    private void ring(
            Actor product, CreditRun run, String code, String occasion, Function<Locale, Map<String, String>> more) {
        StaffId to = hearing(product, run);
        staff.find(product, to).ifPresent(person -> {
            Locale language = person.language() == null ? Words.CHINESE : person.language();
            Map<String, String> parameters = new HashMap<>(more.apply(language));
            parameters.put("place", run.problem().place());
            messages.send(
                    product,
                    new Message(
                            code,
                            MessageChannel.IN_APP,
                            language,
                            Recipient.staff(to),
                            new About(CreditRuns.SUBJECT, run.id().value(), "", CreditRuns.path(run.id())),
                            occasion,
                            parameters,
                            false));
        });
    }

    private static MessageChannel channel(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> MessageChannel.SMS;
            case EMAIL -> MessageChannel.EMAIL;
            case POST -> MessageChannel.LETTER;
        };
    }
}
