package org.redress.desk.fault;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.credit.AffectedLine;
import org.redress.desk.recovery.credit.ServiceProblem;
import org.redress.desk.recovery.credit.ServiceProblems;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.springframework.stereotype.Component;

/** Outages as what they are to those whom they hit. */
@Component
class OutageProblems implements ServiceProblems {

    private final OutageRows rows;
    private final WaiverRows waivers;
    private final Lines lines;

    OutageProblems(OutageRows rows, WaiverRows waivers, Lines lines) {
        this.rows = rows;
        this.waivers = waivers;
        this.lines = lines;
    }

    @Override
    public List<ServiceProblem> ended(Actor actor, @Nullable ServiceProblem before, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        Instant at = before == null ? Instant.MAX : before.end();
        List<Outage> ended = rows.ended(actor.bureau(), at, before == null ? new UUID(0, 0) : before.id(), limit);
        Map<String, UnitId> posts = lines.posts(
                actor, ended.stream().map(Outage::exchange).distinct().toList());
        return ended.stream()
                .map(outage -> problem(outage, posts.get(outage.exchange())))
                .toList();
    }

    @Override
    public Optional<ServiceProblem> find(Actor actor, UUID id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.of(actor.bureau(), List.of(new OutageId(id))).stream()
                .findFirst()
                .map(outage ->
                        problem(outage, lines.post(actor, outage.exchange()).orElse(null)));
    }

    private static ServiceProblem problem(Outage outage, @Nullable UnitId post) {
        return new ServiceProblem(
                outage.id().value(),
                outage.exchange(),
                outage.reason(),
                outage.declaredAt(),
                outage.ended() == null ? null : outage.ended().at(),
                post);
    }

    @Override
    public List<AffectedLine> affected(Actor actor, UUID id, @Nullable UUID after, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        List<LineId> some = rows.lines(actor.bureau(), new OutageId(id), after, limit);
        Map<LineId, Line> known = lines.of(actor, some);
        return some.stream()
                .map(known::get)
                .map(line -> new AffectedLine(
                        line.id().value(), line.masked(), line.customer(), line.rent(), RepairClocks.rule(line)))
                .toList();
    }

    @Override
    public List<TicketId> tickets(Actor actor, UUID id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.tickets(actor.bureau(), new OutageId(id));
    }

    @Override
    public Map<UUID, List<DeadTime>> waived(Actor actor, DeadTime time, Collection<UUID> hit) {
        actor.require(Action.READ, FaultRights.KIND);
        return waivers.waived(actor.bureau(), time, hit);
    }
}
