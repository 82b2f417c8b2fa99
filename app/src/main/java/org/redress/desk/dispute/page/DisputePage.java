package org.redress.desk.dispute.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.ClaimEvent;
import org.redress.desk.dispute.Evidence;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.dispute.Posting;
import org.redress.desk.dispute.PostingId;
import org.redress.desk.dispute.Reason;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Masked;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * Everything about the disputed items of a ticket.
 *
 * @param chosen the bill whose items can be marked, or null
 * @param sums what its items come to, or null
 * @param after the place after which its items are shown
 * @param items of it that are shown
 * @param more place after which its next items stand, or null
 * @param given money that the customer had for the same matter, for whoever decides
 * @param may what the reader can do
 * @param revealed whether numbers are shown in full
 * @param answer what can be said to the customer, once everything is decided
 * @param ways by which they can be answered
 */
public record DisputePage(
        Ticket ticket,
        List<Bill> bills,
        @Nullable Bill chosen,
        Bill.@Nullable Sums sums,
        int after,
        List<BillItem> items,
        @Nullable Integer more,
        List<ClaimRow> rows,
        List<Posting> postings,
        List<ClaimEvent> events,
        List<GivenBeside> given,
        May may,
        boolean revealed,
        @Nullable String answer,
        List<Channel> ways,
        Map<StaffId, StaffMember> people,
        Attempt attempt,
        Instant now,
        LocalDate today,
        ZoneId zone) {

    /**
     * What a reader can do.
     *
     * @param mark items, and decide them
     * @param prove bring evidence forward
     * @param takeBack decisions
     * @param reveal numbers
     */
    public record May(boolean mark, boolean prove, boolean takeBack, boolean reveal) {}

    public String path() {
        return "/disputes/" + ticket.id().value();
    }

    /** Their name; of the product, that it was itself. */
    public String person(Words words, StaffId id) {
        StaffMember member = people.get(id);
        return member != null ? member.name() : id.equals(Staff.COMMAND) ? words.text("dispute.itself") : "";
    }

    public @Nullable String called(BillItem item) {
        String called = item.called();
        return called == null || revealed ? called : Masked.phone(called);
    }

    /** The day of a moment, where the bureau is. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Money for what may be the same matter that waits for a yes, or that the customer has. */
    public List<GivenBeside> given(boolean waiting) {
        return given.stream().filter(one -> one.waits() == waiting).toList();
    }

    /** How sure it is that the customer has money for this matter. Text by this key. */
    public String givenHeading() {
        return given(false).stream().anyMatch(GivenBeside::certain) ? "dispute.given" : "earlier.title";
    }

    /** What of an item was used, in words; empty where the bill does not say. */
    public String used(Words words, BillItem item) {
        if (item.seconds() != null) {
            return words.text("dispute.used.time", item.seconds() / 60, item.seconds() % 60);
        }
        return item.kilobytes() == null ? "" : words.text("dispute.used.volume", item.kilobytes() / 1024.0);
    }

    /** What an item is called in the ledger's table. */
    public String what(ItemId item) {
        return rows.stream()
                .map(ClaimRow::item)
                .filter(one -> one.id().equals(item))
                .map(BillItem::what)
                .findFirst()
                .orElse("");
    }

    public boolean reversed(PostingId posting) {
        return postings.stream().anyMatch(one -> posting.equals(one.reverses()));
    }

    public List<Choice> reasons(Words words) {
        return Arrays.stream(Reason.values())
                .map(one -> new Choice(one.name(), words.text("dispute.reason." + one)))
                .toList();
    }

    public List<Choice> kinds(Words words) {
        return Arrays.stream(Evidence.Kind.values())
                .map(one -> new Choice(one.name(), words.text("dispute.evidence." + one)))
                .toList();
    }

    public List<Choice> channels(Words words) {
        return ways.stream()
                .map(one -> new Choice(one.name(), words.text("ticket.channel." + one)))
                .toList();
    }

    /** What was said in a form of one claim or item. */
    public String typed(String form, String field, String otherwise) {
        return attempt.value(form, field, otherwise);
    }
}
