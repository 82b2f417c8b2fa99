package org.redress.improve.insight.induction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.improve.insight.cases.CaseBase;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds among the cases those with a common cause (S7.5, S8.1) and keeps what people decide about them. What was put aside
 * stays aside until it has grown by as much as the rule {@code induction.regrow} says.
 */
@Component
public class Induction {

    static final String KIND = "prevention";

    /** The newest cases of the window; more are not held in memory. */
    static final int MOST_CASES = 20_000;

    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_PAGE = 100;

    /** Of the smaller of two clusters, so much must be in both for them to be one. */
    private static final double SAME = 0.3;

    private final CaseBase cases;
    private final ClusterRows rows;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    Induction(CaseBase cases, ClusterRows rows, Rulebook rulebook, Trail trail, Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks again where there is more to see than at the last look. By the product alone; false where there is not. */
    @Transactional
    public boolean refresh(Actor command) {
        command.require(Action.MANAGE, "cause");
        if (!rows.changed(command.bureau(), clock.instant())) {
            return false;
        }
        look(command);
        return true;
    }

    /** Looks at all cases of the window, or at the newest where there are too many. */
    @Transactional
    public void look(Actor command) {
        look(command, MOST_CASES);
    }

    @Transactional
    void look(Actor command, int most) {
        command.require(Action.MANAGE, "cause");
        rows.hold(command.bureau());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, command.zone());
        Instant since = today.minusDays(rulebook.days(command.bureau(), "induction.window", today))
                .atStartOfDay(command.zone())
                .toInstant();
        Gathered gathered = new Gathered();
        cases.each(command, since, most, gathered::add);
        Instant limited = gathered.size() < most ? null : gathered.first();
        int least = rulebook.count(command.bureau(), "induction.minimum", today);
        write(command, gathered.clusters(least, limited == null ? since : limited, now, command.zone()), now, today);
        rows.looked(command.bureau(), now, gathered.size(), limited);
    }

    private void write(Actor command, List<Gathered.Found> found, Instant now, LocalDate today) {
        Map<TicketId, ClusterId> before = rows.members(command.bureau());
        Map<ClusterId, Cluster> known = rows.all(command.bureau());
        rows.gone(command.bureau());
        Set<ClusterId> taken = new HashSet<>();
        Set<TicketId> placed = new HashSet<>();
        for (Gathered.Found one : found) {
            ClusterId id = same(one, before, known, taken).orElseGet(() -> new ClusterId(Ids.next()));
            taken.add(id);
            rows.write(command.bureau(), id, one, now);
            one.members().forEach(member -> placed.add(member.ticket()));
            Cluster old = known.get(id);
            if (old != null
                    && old.dismissed()
                    && grown(command, old, one.members().size(), today)) {
                rows.decide(command.bureau(), id, old.version(), null);
                rows.step(command, id, "grown", "", one.members().size(), now);
            }
        }
        List<TicketId> left = new ArrayList<>();
        before.forEach((ticket, cluster) -> {
            // What has gone keeps its members: by them it is known when it comes back.
            if (!placed.contains(ticket) && taken.contains(cluster)) {
                left.add(ticket);
            }
        });
        rows.leave(command.bureau(), left);
    }

    /** The cluster of the last look with which most of these cases are shared. */
    private static Optional<ClusterId> same(
            Gathered.Found found,
            Map<TicketId, ClusterId> before,
            Map<ClusterId, Cluster> known,
            Set<ClusterId> taken) {
        Map<ClusterId, Integer> shared = new HashMap<>();
        found.members().forEach(member -> {
            ClusterId cluster = before.get(member.ticket());
            if (cluster != null && !taken.contains(cluster)) {
                shared.merge(cluster, 1, Integer::sum);
            }
        });
        return shared.entrySet().stream()
                .filter(entry -> {
                    Cluster old = known.get(entry.getKey());
                    int smaller = Math.min(
                            old == null ? 0 : old.cases(), found.members().size());
                    return entry.getValue() >= Math.max(1, SAME * smaller);
                })
                .max(Comparator.comparingInt((Map.Entry<ClusterId, Integer> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey);
    }

    private boolean grown(Actor actor, Cluster old, int size, LocalDate today) {
        Integer dismissed = old.dismissedSize();
        int percent =
                rulebook.get(actor.bureau(), "induction.regrow", today).amount().intValueExact();
        return dismissed != null && (long) size * 100 >= (long) dismissed * (100 + percent) && size > dismissed;
    }

    /** The clusters there are, the largest first. */
    public List<Cluster> list(Actor actor, boolean dismissed, @Nullable Cluster below, int limit) {
        actor.require(Action.READ, KIND);
        return rows.page(
                actor.bureau(),
                dismissed,
                below == null ? Integer.MAX_VALUE : below.cases(),
                below == null ? new UUID(-1, -1) : below.id().value(),
                Math.clamp(limit, 1, LONGEST_PAGE));
    }

    public Cluster get(Actor actor, ClusterId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("cluster.absent"));
    }

    /** Its cases, the latest closed first. */
    List<ClusterRows.Member> members(Actor actor, ClusterId id, Instant at, UUID after, int limit) {
        actor.require(Action.READ, KIND);
        return rows.members(actor.bureau(), id, at, after, limit);
    }

    List<ClusterStep> steps(Actor actor, ClusterId id) {
        actor.require(Action.READ, KIND);
        return rows.steps(actor.bureau(), id);
    }

    Optional<ClusterRows.Look> lastLook(Actor actor) {
        actor.require(Action.READ, KIND);
        return rows.look(actor.bureau());
    }

    /** Puts a cluster aside with a reason, until it grows. */
    @Transactional
    public ClusterResult dismiss(Actor actor, ClusterId id, int version, String why) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
            throw Problem.invalid("cluster.why", "why", LONGEST_WHY);
        }
        return decide(actor, id, version, true, reason);
    }

    /** Takes one up again that was put aside. */
    @Transactional
    public ClusterResult restore(Actor actor, ClusterId id, int version) {
        return decide(actor, id, version, false, "");
    }

    private ClusterResult decide(Actor actor, ClusterId id, int version, boolean aside, String why) {
        actor.require(Action.WRITE, KIND);
        Cluster now = get(actor, id);
        if (now.dismissed() == aside) {
            return new ClusterResult.Refused(aside ? "cluster.aside" : "cluster.open");
        }
        if (!rows.decide(actor.bureau(), id, version, aside ? now.cases() : null)) {
            return new ClusterResult.Stale(get(actor, id));
        }
        String what = aside ? "dismiss" : "restore";
        rows.step(actor, id, what, why, now.cases(), clock.instant());
        trail.record(actor, "cluster." + what, KIND, id.value(), "{\"cases\":" + now.cases() + "}");
        return new ClusterResult.Done(get(actor, id));
    }
}
