package org.redress.desk.dispute;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/**
 * The bills of customers and the one way in which something is done to them. Every posting has a key: the same key twice
 * posts once. Implemented by a ledger of this room until the office keeps bills.
 */
public interface Billing {

    /** A customer's bills, the latest first. */
    List<Bill> bills(Actor actor, CustomerId customer, int most);

    /** Whose bills these are; one query. */
    Map<BillId, CustomerId> customers(Actor actor, Collection<BillId> ids);

    /** What the items of a bill come to, or empty where there is no such bill. */
    Optional<Bill.Sums> sums(Actor actor, BillId id);

    /** Items of a bill in their order, after a place. */
    List<BillItem> items(Actor actor, BillId bill, int after, int limit);

    List<BillItem> items(Actor actor, Collection<ItemId> ids);

    /** Keeps a sum out of dunning; of an item of which nothing is held or adjusted. */
    Posted hold(Actor actor, String key, ItemId item, Money sum);

    /** Lets a held sum be dunned again. */
    Posted release(Actor actor, String key, ItemId item, Money sum);

    /** Takes a sum off what the customer owes for an item, and nothing off any other bill: once, at most what is left of it. */
    Posted adjust(Actor actor, String key, ItemId item, Money sum);

    /** Takes a posting back by another one. A reversal is not reversed. */
    Posted reverse(Actor actor, String key, PostingId posting);

    /** Everything that was posted to these items, the oldest first. */
    List<Posting> postings(Actor actor, Collection<ItemId> items);
}
