package org.redress.desk.recovery.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** The limits of posts, as the rulebook has them on a day: rules {@code authority.case.POST}, {@code .customer.}, {@code .day.}. */
@Component
public class AuthorityLimits {

    /** From which sum on two people approve. */
    static final String SECOND = "approval.second";

    /** Posts that may have limits, the lowest first. */
    static final List<String> POSTS =
            List.of(Posts.AGENT, Posts.QUALITY, Posts.HEAD, Posts.DIRECTOR, Posts.GENERAL_MANAGER);

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private final Rulebook rulebook;

    AuthorityLimits(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * The limits of a post.
     *
     * @param post text by key {@code post.CODE}
     * @param limits null where the rulebook has none for it: it gives nothing by itself
     */
    public record OfPost(String post, @Nullable Limits limits) {}

    /** The limits of every post on a day, the lowest post first. */
    public List<OfPost> list(Actor actor, LocalDate day) {
        actor.require(Action.READ, Compensations.KIND);
        return POSTS.stream()
                .map(post -> new OfPost(post, of(actor.bureau(), post, day).orElse(null)))
                .toList();
    }

    /** The limits of a post; empty where it has none: it gives nothing by itself. */
    Optional<Limits> of(BureauId bureau, String post, LocalDate day) {
        return sum(bureau, rule("case", post), day)
                .flatMap(ofCase -> sum(bureau, rule("customer", post), day)
                        .flatMap(ofCustomer -> sum(bureau, rule("day", post), day)
                                .map(ofDay -> new Limits(ofCase, ofCustomer, ofDay))));
    }

    /**
     * What somebody still brings about in one case without others being asked, in yuan; zero where their post has no limit.
     *
     * @param inYear what the customer has had so in the calendar year, by whoever
     * @param today what they have brought about so today
     */
    public Money left(Actor actor, LocalDate day, Money inYear, Money today) {
        return of(actor.bureau(), actor.post(), day)
                .map(limits -> limits.left(inYear, today))
                .orElse(Money.zero(YUAN));
    }

    /** Whether somebody at a post gives a sum in one case by themselves; nobody what is in another currency than the limits. */
    public boolean gives(BureauId bureau, String post, Money sum, LocalDate day) {
        return countsIn(sum.getCurrencyUnit())
                && of(bureau, post, day)
                        .filter(limits -> !sum.isGreaterThan(limits.ofCase()))
                        .isPresent();
    }

    /** The code of the rule that sets a limit: of the case, the customer or the day. */
    public static String rule(String what, String post) {
        return "authority." + what + "." + post;
    }

    /** Above this sum two people approve. */
    public Money second(Actor actor, LocalDate day) {
        return Money.of(YUAN, rulebook.get(actor.bureau(), SECOND, day).amount());
    }

    /** The rulebook's limits are in yuan; a bureau that counts in something else has none. */
    public static boolean countsIn(CurrencyUnit currency) {
        return currency.equals(YUAN);
    }

    private Optional<Money> sum(BureauId bureau, String code, LocalDate day) {
        return rulebook.find(bureau, code, day).map(Rule::amount).map(amount -> Money.of(YUAN, amount));
    }
}
