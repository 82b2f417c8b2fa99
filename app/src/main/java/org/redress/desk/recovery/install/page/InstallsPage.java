package org.redress.desk.recovery.install.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.install.Damages;
import org.redress.desk.recovery.install.Install;
import org.redress.desk.recovery.install.InstallId;
import org.redress.desk.recovery.install.InstallWish;
import org.redress.desk.recovery.install.InstallWishes;
import org.redress.desk.recovery.install.Installed;
import org.redress.desk.recovery.install.LateInstalls;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * Installations by their due day: all, the latest first, or those of which a change waits for a second person, the longest due
 * first.
 *
 * @param waits how many of the latter there are, as it is shown
 * @param damages what each owes by now
 * @param entered what of it stands in the ledger
 * @param waiting changes that wait for a second person, like ones one after another
 * @param people names of those who wished for them
 * @param rate what is owed for a day, and at most where there is a most
 * @param units whose installations the reader may enter, and say when they were done
 * @param leading whether the reader may see what else brings money by itself
 * @param next path of the page after this one, or null
 */
public record InstallsPage(
        View view,
        String waits,
        List<Install> rows,
        Map<InstallId, Damages> damages,
        Map<InstallId, Money> entered,
        Map<InstallId, List<InstallWishes.Waiting>> waiting,
        Map<StaffId, String> people,
        Map<CustomerId, CustomerCard> customers,
        LateInstalls.Rate rate,
        List<Unit> units,
        String currency,
        boolean leading,
        LocalDate today,
        ZoneId zone,
        Attempt attempt,
        @Nullable String next) {

    /** Which of them are listed. Text by key {@code install.view.NAME}. */
    public enum View {
        ALL,
        WAITING
    }

    public static List<Choice> kinds(Words words) {
        return Stream.of(Installed.values())
                .map(one -> new Choice(one.name(), words.text("install.what." + one)))
                .toList();
    }

    public List<Choice> unitChoices(Words words) {
        return units.stream()
                .map(one -> new Choice(one.id().value().toString(), one.name(words.chinese())))
                .toList();
    }

    /** Whether the reader may say when it was done. */
    public boolean changing(Install one) {
        return units.stream().anyMatch(unit -> unit.id().equals(one.unit()));
    }

    /** The changes of one that wait. */
    public List<InstallWishes.Waiting> waiting(Install one) {
        return waiting.getOrDefault(one.id(), List.of());
    }

    /** What a change that waits would make of it, who has said so when, and whom it waits for. */
    public String says(Install one, InstallWishes.Waiting waits, Words words) {
        InstallWish wish = waits.wish();
        String day = wish.withdrawn() ? "install.wish.withdrawn" : "install.wish.day";
        String what =
                wish.ours() == one.ours() ? words.text(day, words.date(wish.done())) : words.text("install.wish.ours");
        String whom = waits.answered() ? "install.wish" : "install.wish.leading";
        return words.text(
                waits.counts() ? whom : "install.wish.gone",
                people.getOrDefault(wish.by(), ""),
                what,
                words.dateTime(wish.at(), zone));
    }

    /** Where the reader says the same, which makes it: after the last of like ones; null elsewhere, and for who may not. */
    public @Nullable String second(Install one, InstallWishes.Waiting waits) {
        InstallWish wish = waits.wish();
        List<InstallWishes.Waiting> like =
                waiting(one).stream().filter(other -> other.wish().like(wish)).toList();
        boolean last = like.getLast().equals(waits);
        if (!changing(one) || !last || like.stream().noneMatch(InstallWishes.Waiting::enough)) {
            return null;
        }
        String ends = wish.withdrawn() ? "/withdrawn" : "/done";
        return InstallsDesk.PATH + "/" + one.id().value() + (wish.ours() == one.ours() ? ends : "/ours");
    }

    /** How damages are reckoned, in words. */
    public String formula(Words words) {
        String day = rate.ofDay().stripTrailingZeros().toPlainString();
        BigDecimal most = rate.most();
        return most == null
                ? words.text("install.formula", day)
                : words.text(
                        "install.formula.most", day, most.stripTrailingZeros().toPlainString());
    }

    /** A customer's name as far as it is known. */
    public String name(Install one) {
        CustomerCard card = customers.get(one.customer());
        return card == null || card.name() == null ? "" : card.name();
    }

    /** How one looks in the list. */
    public String look(Install one) {
        return one.late(today) ? "late" : one.done() == null ? "due" : "done";
    }

    /** Its state. Text by key {@code install.state.NAME}. */
    public String state(Install one) {
        if (one.done() == null) {
            return one.late(today) ? "OVERDUE" : "OPEN";
        }
        if (one.withdrawn()) {
            return one.late(today) ? "WITHDRAWN_LATE" : "WITHDRAWN";
        }
        return one.late(today) ? "LATE" : "IN_TIME";
    }
}
