package org.redress.desk.recovery.authority;

import java.util.List;
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
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts an approval behind the bell of whoever is asked for it, in the transaction in which it is needed. */
@Component
class ApprovalNotices {

    private static final String CODE = "approval.asked";

    private final ObjectProvider<Notices> notices;
    private final ObjectProvider<TicketBoard> board;
    private final Bureaus bureaus;
    private final Staff staff;

    ApprovalNotices(ObjectProvider<Notices> notices, ObjectProvider<TicketBoard> board, Bureaus bureaus, Staff staff) {
        this.notices = notices;
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
            notices.getObject().ring(product, asked, notice(product, one, step, card));
        }
    }

    private Notice notice(Actor product, Compensation one, ApprovalStep step, TicketCard card) {
        String giver = staff.find(product, one.giver()).map(StaffMember::name).orElse("");
        return new Notice(
                CODE,
                new About(Compensations.KIND, one.id().value(), card.number().toString(), ApprovalPaths.of(one.id())),
                CODE + "." + step.step(),
                words -> Map.of(
                        "number",
                        card.number().toString(),
                        "subject",
                        card.subject(),
                        "person",
                        giver,
                        "sum",
                        words.money(one.sum())),
                true);
    }
}
