package org.redress.desk.dispute.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillId;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Billing;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.dispute.Posted;
import org.redress.desk.dispute.Posted.Done;
import org.redress.desk.dispute.Posted.Reason;
import org.redress.desk.dispute.Posted.Refused;
import org.redress.desk.dispute.Posting;
import org.redress.desk.dispute.PostingId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills and a double entry ledger in the product's own tables. An item is held while something is posted to it, so that two
 * at once follow one another; what is refused here the database refuses as well.
 */
@Component
class LedgerBilling implements Billing {

    private static final String KIND = "dispute";

    private final BillRows bills;
    private final PostingRows rows;
    private final Trail trail;
    private final Clock clock;

    LedgerBilling(BillRows bills, PostingRows rows, Trail trail, Clock clock) {
        this.bills = bills;
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<Bill> bills(Actor actor, CustomerId customer, int most) {
        actor.require(Action.READ, KIND);
        return bills.of(actor.bureau(), customer, most);
    }

    @Override
    public Map<BillId, CustomerId> customers(Actor actor, Collection<BillId> ids) {
        actor.require(Action.READ, KIND);
        return ids.isEmpty() ? Map.of() : bills.customers(actor.bureau(), ids);
    }

    @Override
    public Optional<Bill.Sums> sums(Actor actor, BillId id) {
        actor.require(Action.READ, KIND);
        return bills.sums(actor.bureau(), id);
    }

    @Override
    public List<BillItem> items(Actor actor, BillId bill, int after, int limit) {
        actor.require(Action.READ, KIND);
        return bills.items(actor.bureau(), bill, after, limit);
    }

    @Override
    public List<BillItem> items(Actor actor, Collection<ItemId> ids) {
        actor.require(Action.READ, KIND);
        return ids.isEmpty() ? List.of() : bills.items(actor.bureau(), ids);
    }

    @Override
    @Transactional
    public Posted hold(Actor actor, String key, ItemId item, Money sum) {
        return post(actor, key, Posting.Kind.HOLD, item, sum);
    }

    @Override
    @Transactional
    public Posted release(Actor actor, String key, ItemId item, Money sum) {
        return post(actor, key, Posting.Kind.RELEASE, item, sum);
    }

    @Override
    @Transactional
    public Posted adjust(Actor actor, String key, ItemId item, Money sum) {
        return post(actor, key, Posting.Kind.ADJUST, item, sum);
    }

    private Posted post(Actor actor, String key, Posting.Kind kind, ItemId id, Money sum) {
        actor.require(Action.WRITE, KIND);
        BillItem item = bills.held(actor.bureau(), id).orElse(null);
        if (item == null) {
            return new Refused(Reason.ABSENT);
        }
        Posting before = rows.ofKey(actor.bureau(), key).orElse(null);
        if (before != null) {
            boolean same = before.kind() == kind
                    && before.item().equals(id)
                    && before.amount().equals(sum);
            return same ? new Done(before.id()) : new Refused(Reason.KEY);
        }
        return Entry.against(kind, item, sum)
                .<Posted>map(Refused::new)
                .orElseGet(() -> write(actor, key, kind, id, sum, null, Entry.lines(kind, sum)));
    }

    @Override
    @Transactional
    public Posted reverse(Actor actor, String key, PostingId id) {
        actor.require(Action.WRITE, KIND);
        Posting posting = rows.find(actor.bureau(), id).orElse(null);
        if (posting == null) {
            return new Refused(Reason.ABSENT);
        }
        BillItem item = bills.held(actor.bureau(), posting.item()).orElseThrow();
        Posting before = rows.ofKey(actor.bureau(), key).orElse(null);
        if (before != null) {
            return id.equals(before.reverses()) ? new Done(before.id()) : new Refused(Reason.KEY);
        }
        if (rows.reversed(actor.bureau(), id)) {
            return new Refused(Reason.REVERSED);
        }
        return Entry.againstReversal(posting.kind(), item, posting.amount())
                .<Posted>map(Refused::new)
                .orElseGet(() -> write(
                        actor,
                        key,
                        Posting.Kind.REVERSE,
                        posting.item(),
                        posting.amount(),
                        id,
                        Entry.reversed(posting.lines())));
    }

    private Posted write(
            Actor actor,
            String key,
            Posting.Kind kind,
            ItemId item,
            Money sum,
            @Nullable PostingId reverses,
            List<Posting.Line> lines) {
        PostingId id = new PostingId(Ids.next());
        rows.insert(
                actor.bureau(), key, new Posting(id, kind, item, sum, reverses, actor.staff(), clock.instant(), lines));
        trail.record(actor, "ledger." + kind.name().toLowerCase(Locale.ROOT), KIND, item.value(), "{}");
        return new Done(id);
    }

    @Override
    public List<Posting> postings(Actor actor, Collection<ItemId> items) {
        actor.require(Action.READ, KIND);
        return items.isEmpty() ? List.of() : rows.of(actor.bureau(), items);
    }
}
