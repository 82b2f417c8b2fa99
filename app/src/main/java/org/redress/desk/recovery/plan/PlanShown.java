package org.redress.desk.recovery.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What pages show of a ticket's plan.
 *
 * @param offer what is offered as things are
 * @param plan that holds, or null
 * @param done by which remedy each of its lines was done
 * @param norepair those of its lines that cannot be given because nothing is to be repaired
 * @param may whether the reader can make plans and tick them off
 */
public record PlanShown(
        TicketId ticket,
        RecoveryPlan.SituationSeen situation,
        List<OfferedLine> offer,
        @Nullable RecoveryPlan plan,
        Map<RemedyKind, Remedy> done,
        Set<RemedyKind> norepair,
        Map<StaffId, String> names,
        String post,
        boolean may,
        CurrencyUnit currency,
        ZoneId zone) {

    /** Lines of one tier one after the other. */
    public record Tier(int tier, List<OfferedLine> lines) {}

    public String path() {
        return PlanDesk.path(ticket);
    }

    public String name(StaffId person) {
        return names.getOrDefault(person, "");
    }

    /** Number of the latest plan, 0 for none. */
    public int seen() {
        return plan == null ? 0 : plan.number();
    }

    /** How many lines of the plan are done. */
    public int ticked() {
        return done.size();
    }

    /** Whether the reader may give a line that is not done. */
    public boolean mayTick(PlanLine line) {
        return may && line.speaker().covers(post) && !norepair.contains(line.kind());
    }

    /** Why the reader, who works on the ticket, may not. Text by this key. */
    public String refusal(PlanLine line) {
        return norepair.contains(line.kind())
                ? "plan.tick.refused." + TickResult.Why.NO_REPAIR
                : "plan.wants." + line.speaker();
    }

    /** What is offered in its order, tier by tier as they come. */
    public List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        for (OfferedLine line : offer) {
            int tier = line.kind().tier();
            if (tiers.isEmpty() || tiers.getLast().tier() != tier) {
                tiers.add(new Tier(tier, new ArrayList<>()));
            }
            tiers.getLast().lines().add(line);
        }
        return tiers;
    }
}
