package org.redress.desk.recovery.install;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Writes to customers whose installation is late, and what they get for it; where that does not reach them, whoever answers for
 * the installation hears of it.
 */
@Component
class InstallNotices {

    /** Customers' own language is not known; the bureau's is spoken. */
    private static final Locale LANGUAGE = Words.CHINESE;

    private static final String UNREACHED = "install.unreached";

    private final Messages messages;
    private final Customers customers;
    private final InstallAnswering answering;
    private final Staff staff;

    InstallNotices(Messages messages, Customers customers, InstallAnswering answering, Staff staff) {
        this.messages = messages;
        this.customers = customers;
        this.answering = answering;
        this.staff = staff;
    }

    /** It was not done on its day. */
    void late(Actor product, Install one) {
        write(
                product,
                one,
                "install.late",
                "late",
                Map.of("number", one.number(), "due", Words.of(LANGUAGE).date(one.due())));
    }

    /** It works, and so much is owed; again, with a correction. */
    void owed(Actor product, Install one, Damages damages, int seq) {
        write(
                product,
                one,
                "install.damages",
                "damages." + seq,
                Map.of(
                        "number", one.number(),
                        "count", Words.of(LANGUAGE).number(damages.days()),
                        "sum", Words.of(LANGUAGE).money(damages.sum())));
    }

    private void write(Actor product, Install one, String code, String occasion, Map<String, String> parameters) {
        Optional<ReachPoint> to = customers.reach(product, one.customer());
        if (to.isEmpty()) {
            unreached(product, one, code, occasion);
            return;
        }
        ReachPoint point = to.get();
        messages.send(
                product,
                new Message(
                        code,
                        channel(point.kind()),
                        LANGUAGE,
                        Recipient.customer(one.customer().value(), point.address(), point.consented()),
                        about(one),
                        occasion,
                        parameters,
                        false));
    }

    /**
     * A customer was not reached with what is said by a code.
     *
     * @param occasion of the message that was lost: of each it is told once
     */
    void unreached(Actor product, Install one, String code, String occasion) {
        Answering.Matter matter = answering
                .matters(product.bureau(), List.of(one.id().value()))
                .get(one.id().value());
        if (matter == null) {
            return;
        }
        StaffId to = matter.responsible();
        StaffMember reader = staff.members(product, List.of(to)).get(to);
        Locale language = reader == null || reader.language() == null ? LANGUAGE : reader.language();
        messages.send(
                product,
                new Message(
                        UNREACHED,
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(to),
                        about(one),
                        UNREACHED + "." + occasion,
                        Map.of(
                                "number",
                                one.number(),
                                "what",
                                Words.of(language).text("message.code." + code)),
                        false));
    }

    private static About about(Install one) {
        return new About(InstallBook.KIND, one.id().value(), "", InstallAnswering.PATH);
    }

    private static MessageChannel channel(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> MessageChannel.SMS;
            case EMAIL -> MessageChannel.EMAIL;
            case POST -> MessageChannel.LETTER;
        };
    }
}
