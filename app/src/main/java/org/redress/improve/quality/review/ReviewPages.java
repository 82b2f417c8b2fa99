package org.redress.improve.quality.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.StaffId;
import org.redress.improve.quality.QualityNames;
import org.redress.improve.quality.hot.HotId;
import org.redress.improve.quality.hot.HotMatters;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.springframework.stereotype.Component;

/** Puts the page of a meeting together, for the browser and for paper. */
@Component
class ReviewPages {

    private final Reviews reviews;
    private final HotMatters hot;
    private final QualityNames names;
    private final Clock clock;

    ReviewPages(Reviews reviews, HotMatters hot, QualityNames names, Clock clock) {
        this.reviews = reviews;
        this.hot = hot;
        this.names = names;
        this.clock = clock;
    }

    ReviewPage of(Actor actor, Words words, ReviewId id, Attempt attempted) {
        Review review = reviews.get(actor, id);
        ReviewPack pack = reviews.pack(actor, review);
        List<Decision> decisions = reviews.decisions(actor, id);
        Set<StaffId> people = new HashSet<>();
        decisions.forEach(one -> people.add(one.owner()));
        pack.followUp().forEach(one -> people.add(new StaffId(one.owner())));
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        boolean deciding = review.state() == ReviewState.HELD && reviews.mayLead(actor);
        return new ReviewPage(
                review,
                pack,
                subjects(actor, pack),
                FigureLines.of(pack, words),
                decisions,
                reviews.mayLead(actor),
                actor.scope(Action.READ, "card").filter(Scope.BUREAU::equals).isPresent(),
                today.isAfter(review.lastDay()),
                deciding ? names.colleagues(actor, words) : List.of(),
                names.of(actor, people),
                attempted,
                today,
                actor.zone());
    }

    /** They stand in no pack, so that whoever may not see the tickets does not read them there. */
    private Map<HotId, String> subjects(Actor actor, ReviewPack pack) {
        return actor.may(Action.READ, "hot")
                ? hot.subjects(
                        actor,
                        pack.hot().stream().map(one -> new HotId(one.id())).toList())
                : Map.of();
    }
}
