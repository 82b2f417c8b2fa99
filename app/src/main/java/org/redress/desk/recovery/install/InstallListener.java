package org.redress.desk.recovery.install;

import java.util.List;
import org.redress.ground.commitment.ClockLate;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears that an installation is late, and that one has changed. */
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
        return List.of(ClockLate.TOPIC, InstallChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(InstallChanged.TOPIC)) {
            late.keep(
                    product,
                    new InstallId(InstallChanged.read(message.payload()).install()));
            return;
        }
        ClockLate passed = ClockLate.read(message.payload());
        if (passed.kind().equals(InstallBook.KIND)) {
            rows.find(product.bureau(), new InstallId(passed.subject()))
                    .filter(one -> one.ours() && one.done() == null)
                    .ifPresent(one -> notices.late(product, one));
        }
    }
}
