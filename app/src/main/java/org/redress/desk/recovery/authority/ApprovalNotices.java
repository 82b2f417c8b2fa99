package org.redress.desk.recovery.authority;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts an approval behind the bell of whoever is asked for it, in the transaction in which it is needed. */
@Component
class ApprovalNotices {

    private static final String CODE = "approval.asked";

    private final ObjectProvider<Messages> messages;
    private final ObjectProvider<TicketBoard> board;
    private final Bureaus bureaus;
    private final Staff staff;

    ApprovalNotices(
            ObjectProvider<Messages> messages, ObjectProvider<TicketBoard> board, Bureaus bureaus, Staff staff) {
        this.messages = messages;
        this.board = board;
        this.bureaus = bureaus;
        this.staff = staff;
    }

    void asked(Actor actor, Compensation one, ApprovalStep step) {
        StaffId asked = step.asked();
        if (asked == null || one.ticket() == null) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        for (TicketCard card : board.getObject().cards(product, List.of(one.ticket()))) {
            messages.getObject().send(product, message(product, one, step, asked, card));
        }
    }

    private Message message(Actor product, Compensation one, ApprovalStep step, StaffId asked, TicketCard card) {
        Map<StaffId, StaffMember> people = staff.members(product, List.of(asked, one.giver()));
        StaffMember reader = people.get(asked);
        StaffMember giver = people.get(one.giver());
        Locale language = reader == null || reader.language() == null ? Words.CHINESE : reader.language();
        return new Message(
                CODE,
                MessageChannel.IN_APP,
                language,
                Recipient.staff(asked),
                new About(Compensations.KIND, one.id().value(), card.number().toString(), ApprovalPaths.of(one.id())),
                CODE + "." + step.step(),
                Map.of(
                        "number",
                        card.number().toString(),
                        "subject",
                        card.subject(),
                        "person",
                        giver == null ? "" : giver.name(),
                        "sum",
                        Words.of(language).money(one.sum())),
                true);
    }
}
