package org.redress.improve.quality.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.web.Choice;
import org.springframework.stereotype.Component;

/** Whom a praise is for, in the side pane of its ticket. */
@Component
class PraisePanel implements TicketPanel {

    private static final int ORDER = 12;

    private final Praises praises;
    private final Tickets tickets;
    private final Staff staff;

    PraisePanel(Praises praises, Tickets tickets, Staff staff) {
        this.praises = praises;
        this.tickets = tickets;
        this.staff = staff;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId id) {
        if (tickets.get(actor, id).kind() != TicketKind.PRAISE) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("ticket", id);
        Praises.Praise named = praises.of(actor, id).orElse(null);
        if (named != null) {
            Map<StaffId, StaffMember> people = staff.members(actor, List.of(named.staff(), named.namedBy()));
            model.put("person", name(people.get(named.staff())));
            model.put("by", name(people.get(named.namedBy())));
        } else if (actor.may(Action.WRITE, SupportRights.KIND)) {
            model.put(
                    "colleagues",
                    staff.list(actor).stream()
                            .filter(StaffMember::active)
                            .filter(one -> !one.id().equals(actor.staff()))
                            .map(one -> new Choice(one.id().value().toString(), one.name() + " · " + one.unitName()))
                            .toList());
        }
        return Optional.of(new View("quality/praise.jte", model));
    }

    private static String name(@Nullable StaffMember member) {
        return member == null ? "" : member.name();
    }
}
