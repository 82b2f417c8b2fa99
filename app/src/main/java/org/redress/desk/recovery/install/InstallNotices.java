package org.redress.desk.recovery.install;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Writes to customers whose installation is late, and what they get for it; where that does not reach them, whoever answers for
 * the installation hears of it.
 */
@Component
class InstallNotices {

    private static final String UNREACHED = "install.unreached";

    private final Notices notices;
    private final InstallAnswering answering;

    InstallNotices(Notices notices, InstallAnswering answering) {
        this.notices = notices;
        this.answering = answering;
    }

    /** It was not done on its day. */
    void late(Actor product, Install one) {
        write(
                product,
                one,
                "install.late",
                "late",
                words -> Map.of("number", one.number(), "due", words.date(one.due())));
    }

    /** It works, and so much is owed; again, with a correction. */
    void owed(Actor product, Install one, Damages damages, int seq) {
        write(
                product,
                one,
                "install.damages",
                "damages." + seq,
                words -> Map.of(
                        "number", one.number(),
                        "count", words.number(damages.days()),
                        "sum", words.money(damages.sum())));
    }

    private void write(
            Actor product, Install one, String code, String occasion, Function<Words, Map<String, String>> says) {
        if (notices.write(product, one.customer(), new Notice(code, about(one), occasion, says))
                .isEmpty()) {
            unreached(product, one, code, occasion);
        }
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
        notices.ring(
                product,
                matter.responsible(),
                new Notice(
                        UNREACHED,
                        about(one),
                        UNREACHED + "." + occasion,
                        words -> Map.of("number", one.number(), "what", words.text("message.code." + code))));
    }

    private static About about(Install one) {
        return new About(InstallBook.KIND, one.id().value(), "", InstallAnswering.PATH);
    }
}
