package org.redress.ground.commitment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Puts what has happened to a clock behind the bell of whoever must know, in the transaction in which it happened. */
@Component
class EscalationNotices {

    private static final String CODE = "escalation";
    /** The time runs out; nothing is late yet. */
    private static final String WARNED = "escalation.warned";
    /** Where posts below are held by nobody, or by whoever was told before. */
    private static final String PASSED = "escalation.passed";

    private final Notices notices;
    private final Bureaus bureaus;
    private final Staff staff;

    EscalationNotices(Notices notices, Bureaus bureaus, Staff staff) {
        this.notices = notices;
        this.bureaus = bureaus;
        this.staff = staff;
    }

    void tell(BureauId bureau, List<EscalationRows.Of> fresh, Map<UUID, Answering.Matter> matters, List<Clock> clocks) {
        Actor product = bureaus.command(bureaus.get(bureau));
        Map<UUID, Clock> byId = clocks.stream().collect(Collectors.toMap(Clock::id, Function.identity()));
        Map<StaffId, StaffMember> people = staff.members(
                product,
                Stream.concat(
                                matters.values().stream().map(Answering.Matter::responsible),
                                fresh.stream()
                                        .map(one -> one.escalation().staff())
                                        .flatMap(Stream::ofNullable))
                        .toList());
        for (EscalationRows.Of one : fresh) {
            Answering.Matter matter = matters.get(one.escalation().subject().id());
            Clock clock = byId.get(one.clock());
            StaffId told = one.escalation().staff();
            StaffMember reader = told == null ? null : people.get(told);
            if (matter != null && clock != null && reader != null) {
                StaffMember responsible = people.get(matter.responsible());
                notices.ring(product, reader, notice(product, one.escalation(), matter, clock, responsible));
            }
        }
    }

    private static Notice notice(
            Actor product,
            Escalation escalation,
            Answering.Matter matter,
            Clock clock,
            @Nullable StaffMember responsible) {
        Instant due = clock.dueAt();
        return new Notice(
                code(escalation),
                new About(escalation.subject().kind(), escalation.subject().id(), matter.number(), matter.path()),
                CODE + "." + escalation.id(),
                words -> {
                    Map<String, String> says = new HashMap<>(Map.of(
                            "number",
                            matter.number(),
                            "subject",
                            matter.title(),
                            "due",
                            due == null ? "" : words.dateTime(due, product.zone()),
                            "person",
                            responsible == null ? "" : responsible.name()));
                    if (!escalation.passed().isEmpty()) {
                        says.put("post", Rung.text(escalation.passed(), words));
                    }
                    return says;
                },
                true);
    }

    private static String code(Escalation escalation) {
        if (escalation.rung() == Rung.WARNED) {
            return WARNED;
        }
        return escalation.passed().isEmpty() ? CODE : PASSED;
    }
}
