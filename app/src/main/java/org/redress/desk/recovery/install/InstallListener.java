package org.redress.desk.recovery.install;

import java.util.List;
import org.redress.ground.commitment.ClockLate;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears that an installation is late, that one has changed, and that its customer was not reached. */
@Component
class InstallListener implements OutboxListener {

    private final LateInstalls late;
    private final InstallRows rows;
    private final InstallNotices notices;
    private final Bureaus bureaus;

    InstallListener(LateInstalls late, InstallRows rows, InstallNotices notices, Bureaus bureaus) {
        this.late = late;
        this.rows = rows;
        this.notices = notices;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(ClockLate.TOPIC, InstallChanged.TOPIC, Undelivered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        switch (message.topic()) {
            case InstallChanged.TOPIC ->
                late.keep(
                        product,
                        new InstallId(InstallChanged.read(message.payload()).install()));
            case ClockLate.TOPIC -> late(product, ClockLate.read(message.payload()));
            default -> unreached(product, Undelivered.read(message.payload()));
        }
    }

    private void late(Actor product, ClockLate passed) {
        if (passed.kind().equals(InstallBook.KIND)) {
            rows.find(product.bureau(), new InstallId(passed.subject()))
                    .filter(one -> one.ours() && one.done() == null)
                    .ifPresent(one -> notices.late(product, one));
        }
    }

    private void unreached(Actor product, Undelivered lost) {
        if (lost.kind().equals(InstallBook.KIND)) {
            rows.find(product.bureau(), new InstallId(lost.subject()))
                    .ifPresent(one -> notices.unreached(
                            product, one, lost.code(), lost.message().toString()));
        }
    }
}
