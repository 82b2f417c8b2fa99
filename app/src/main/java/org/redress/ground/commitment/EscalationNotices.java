package org.redress.ground.commitment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts what has happened to a clock behind the bell of whoever must know, in the transaction in which it happened. */
@Component
class EscalationNotices {

    private static final String CODE = "escalation";
    /** Where posts below are held by nobody. */
    private static final String PASSED = "escalation.passed";

    private final Messages messages;
    private final Bureaus bureaus;
    private final Staff staff;

    EscalationNotices(Messages messages, Bureaus bureaus, Staff staff) {
        this.messages = messages;
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
            if (matter != null && clock != null && told != null) {
                messages.send(product, message(product, one.escalation(), told, matter, clock, people));
            }
        }
    }

    private static Message message(
            Actor product,
            Escalation escalation,
            StaffId told,
            Answering.Matter matter,
            Clock clock,
            Map<StaffId, StaffMember> people) {
        StaffMember reader = people.get(told);
        Locale language = reader == null || reader.language() == null ? Words.CHINESE : reader.language();
        Instant due = clock.dueAt();
        StaffMember responsible = people.get(matter.responsible());
        Words words = Words.of(language);
        Map<String, String> names = new HashMap<>(Map.of(
                "number",
                matter.number(),
                "subject",
                matter.title(),
                "due",
                due == null ? "" : words.dateTime(due, product.zone()),
                "person",
                responsible == null ? "" : responsible.name()));
        if (!escalation.passed().isEmpty()) {
            names.put("post", Rung.text(escalation.passed(), words));
        }
        return new Message(
                escalation.passed().isEmpty() ? CODE : PASSED,
                MessageChannel.IN_APP,
                language,
                Recipient.staff(told),
                new About(escalation.subject().kind(), escalation.subject().id(), matter.number(), matter.path()),
                CODE + "." + escalation.id(),
                names,
                true);
    }
}
