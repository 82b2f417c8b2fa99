package org.redress.desk.dispute;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/**
 * The bills of customers and the one way in which something is done to them. Every posting has a key: the same key twice
 * posts once. Implemented by a ledger of this room until the office keeps bills.
 */
public interface Billing {

    /** A customer's bills, the latest first, without their items. */
    List<Bill> bills(Actor actor, CustomerId customer, int most);

    Optional<Bill> find(Actor actor, BillId id);

    List<BillItem> items(Actor actor, Collection<ItemId> ids);

    /** Keeps a sum out of dunning; of an item of which nothing is held or adjusted. */
    Posted hold(Actor actor, String key, ItemId item, Money sum);

    /** Lets a held sum be dunned again. */
    Posted release(Actor actor, String key, ItemId item, Money sum);

    /** Takes a sum off what the customer owes for an item: once, and at most what is left of it. */
    Posted adjust(Actor actor, String key, ItemId item, Money sum);

    /** Takes a posting back by another one. A reversal is not reversed. */
    Posted reverse(Actor actor, String key, PostingId posting);

    /** Everything that was posted to these items, the oldest first. */
    List<Posting> postings(Actor actor, Collection<ItemId> items);
}
