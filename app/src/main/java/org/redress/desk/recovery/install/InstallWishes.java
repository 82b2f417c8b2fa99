package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.trail.Trail;
import org.springframework.stereotype.Component;

/** Changes to installations that would bring more damages than one person may give: they wait for a second person. */
@Component
public class InstallWishes {

    private final InstallRows rows;
    private final InstallWishRows wishes;
    private final LateInstalls late;
    private final SecondWord second;
    private final InstallWishBell bell;
    private final OneWord word;
    private final Trail trail;
    private final Clock clock;

    InstallWishes(
            InstallRows rows,
            InstallWishRows wishes,
            LateInstalls late,
            SecondWord second,
            InstallWishBell bell,
            OneWord word,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.wishes = wishes;
        this.late = late;
        this.second = second;
        this.bell = bell;
        this.word = word;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A change that is for two people, of whom one leads or may give what it comes to, and that they have not both said: it is
     * noted, and somebody who may say the same hears of it. Whoever was shut out since has said nothing. The first that is said
     * may bring what is left of what they could give ({@link OneWord}), a change of that nothing more. What was undone since
     * counts as said: it is not said anew by one person.
     */
    Optional<InstallResult> waits(Actor actor, Install before, int version, Install wished) {
        LocalDate day = wished.done();
        if (day == null || version != before.version()) {
            return Optional.empty();
        }
        Money sum = late.reckon(actor, wished, day).sum();
        if (!sum.isGreaterThan(word.enough(actor, before))) {
            return said(actor, before, sum, true);
        }
        Map<StaffId, StaffMember> others = second.here(actor, wishes.others(actor, wished));
        boolean answers = second.answers(actor, sum);
        if (!others.isEmpty() && (answers || second.answers(actor, others, sum))) {
            return said(actor, before, sum, false);
        }
        wishes.put(actor, wished, clock.instant());
        boolean asked = bell.ring(actor, wished, sum, answers);
        trail.record(
                actor,
                "install.wish",
                InstallBook.KIND,
                before.id().value(),
                "{\"done\":\"" + day + "\",\"withdrawn\":" + wished.withdrawn() + ",\"ours\":" + wished.ours() + "}");
        return Optional.of(new InstallResult.Waits(before, answers, asked));
    }

    private Optional<InstallResult> said(Actor actor, Install one, Money sum, boolean alone) {
        word.note(actor, one.id(), sum, alone);
        return Optional.empty();
    }

    /**
     * A wish as a reader finds it.
     *
     * @param counts whether whoever wished it still works here
     * @param answered whether whoever wished it answers for the sum, so that anybody else's like wish makes it
     * @param enough whether the reader's makes it
     */
    public record Waiting(InstallWish wish, boolean counts, boolean answered, boolean enough) {}

    /** The changes that wait, of those installations that have any; like ones one after another. */
    public Map<InstallId, List<Waiting>> of(Actor actor, Collection<Install> ones) {
        actor.require(Action.READ, InstallBook.KIND);
        Map<InstallId, List<InstallWish>> wished =
                wishes.waiting(actor.bureau(), ones).stream().collect(Collectors.groupingBy(InstallWish::install));
        Map<StaffId, StaffMember> here = second.here(
                actor,
                wished.values().stream()
                        .flatMap(List::stream)
                        .map(InstallWish::by)
                        .collect(Collectors.toSet()));
        Map<InstallId, List<Waiting>> waiting = new HashMap<>();
        for (Install one : ones) {
            List<InstallWish> its = wished.getOrDefault(one.id(), List.of());
            if (!its.isEmpty()) {
                waiting.put(
                        one.id(),
                        its.stream()
                                .map(wish -> found(actor, one, wish, here.get(wish.by())))
                                .toList());
            }
        }
        return waiting;
    }

    private Waiting found(Actor reader, Install one, InstallWish wish, @Nullable StaffMember by) {
        Money sum = late.reckon(reader, one.as(wish.done(), wish.withdrawn(), wish.ours()), wish.done())
                .sum();
        boolean answered = by != null && second.answers(reader, by, sum);
        boolean enough = by != null && !wish.by().equals(reader.staff()) && (answered || second.answers(reader, sum));
        return new Waiting(wish, by != null, answered, enough);
    }

    /**
     * Installations of which a change waits for a second person, the longest due first, from after a place in that order. What
     * only people wished who were shut out since waits no more, until one of them is let in again.
     */
    public List<Install> list(Actor actor, @Nullable LocalDate after, @Nullable UUID id, int limit) {
        actor.require(Action.READ, InstallBook.KIND);
        return rows.waiting(actor.bureau(), gone(actor), after, id, limit);
    }

    /** How many those are; the count ends at {@code most}. */
    public int count(Actor actor, int most) {
        actor.require(Action.READ, InstallBook.KIND);
        return rows.waitingCount(actor.bureau(), gone(actor), most);
    }

    private List<StaffId> gone(Actor actor) {
        List<StaffId> authors = wishes.authors(actor.bureau());
        Set<StaffId> here = second.here(actor, authors).keySet();
        return authors.stream().filter(one -> !here.contains(one)).toList();
    }
}
