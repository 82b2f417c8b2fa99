package org.redress.desk.recovery.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.redress.desk.recovery.authority.AuthorityLimits;
import org.redress.desk.recovery.authority.Kinship;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * How much each post may give, and the accounts for which the reader decides nothing.
 *
 * @param own code of the reader's post
 * @param second above it two people approve
 * @param counts whether the limits are in the bureau's currency; else everything needs somebody who leads
 * @param mayChange whether the reader sets the numbers of the rulebook
 */
public record LimitsPage(
        List<AuthorityLimits.OfPost> posts,
        String own,
        Money second,
        boolean counts,
        boolean mayChange,
        List<Kinship> declared,
        Map<CustomerId, CustomerCard> customers,
        Attempt attempt) {

    public String rule(String what, String post) {
        return "/rules/" + AuthorityLimits.rule(what, post);
    }

    public List<Choice> relations(Words words) {
        return Stream.of(Kinship.Relation.values())
                .map(one -> new Choice(one.name(), words.text("kin.relation." + one)))
                .toList();
    }

    public String name(Kinship one) {
        CustomerCard card = customers.get(one.customer());
        return card == null || card.name() == null ? "" : card.name();
    }

    public String phone(Kinship one) {
        CustomerCard card = customers.get(one.customer());
        return card == null || card.phone() == null ? "" : card.phone();
    }
}
