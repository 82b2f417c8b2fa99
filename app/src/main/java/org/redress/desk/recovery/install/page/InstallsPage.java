package org.redress.desk.recovery.install.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.install.Damages;
import org.redress.desk.recovery.install.Install;
import org.redress.desk.recovery.install.InstallId;
import org.redress.desk.recovery.install.InstallWish;
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
 * Installations by their due day, the latest first.
 *
 * @param damages what each owes by now
 * @param entered what of it stands in the ledger
 * @param waiting changes that wait for a second person
 * @param people names of those who wished for them
 * @param rate what is owed for a day, and at most
 * @param units whose installations the reader may enter, and say when they were done
 * @param leading whether the reader may see what else brings money by itself
 * @param next path of the page after this one, or null
 */
public record InstallsPage(
        List<Install> rows,
        Map<InstallId, Damages> damages,
        Map<InstallId, Money> entered,
        Map<InstallId, InstallWish> waiting,
        Map<StaffId, String> people,
        StaffId reader,
        Map<CustomerId, CustomerCard> customers,
        LateInstalls.Rate rate,
        List<Unit> units,
        String currency,
        boolean leading,
        LocalDate today,
        Attempt attempt,
        @Nullable String next) {

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

    /** What a change that waits would make of it, and since when. */
    public String says(Install one, InstallWish wish, Words words) {
        String what = wish.ours() == one.ours()
                ? words.text("install.wish.day", words.date(wish.done()))
                : words.text("install.wish.ours");
        return words.text("install.wish", people.getOrDefault(wish.by(), ""), what);
    }

    /** Where somebody else says the same, which makes it; null for who may not. */
    public @Nullable String second(Install one, InstallWish wish) {
        if (!changing(one) || wish.by().equals(reader)) {
            return null;
        }
        return InstallsDesk.PATH + "/" + one.id().value() + (wish.ours() == one.ours() ? "/done" : "/ours");
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
        return one.late(today) ? "LATE" : "IN_TIME";
    }
}
