package org.redress.improve.quality.support;

import java.time.Instant;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Tells the person and their supervisor; number and limit only, because lists of messages are read by more people. */
@Component
class SupportNotices {

    private final Notices notices;

    SupportNotices(Notices notices) {
        this.notices = notices;
    }

    void granted(Actor product, Relief relief) {
        tell(product, "support.granted", relief, relief.staff(), relief.useUntil(), SupportDesk.MINE);
    }

    void owed(Actor product, Relief relief, StaffId supervisor) {
        tell(product, "support.owed", relief, supervisor, relief.wordDueAt(), SupportDesk.TEAM);
    }

    void said(Actor product, Relief relief, Instant at) {
        tell(product, "support.said", relief, relief.staff(), at, SupportDesk.MINE);
    }

    private void tell(Actor product, String code, Relief relief, StaffId person, Instant due, String path) {
        notices.ring(
                product,
                person,
                new Notice(
                        code,
                        new About(SupportRights.KIND, relief.id().value(), relief.spoken(), path),
                        code,
                        words -> Map.of("number", relief.spoken(), "due", words.dateTime(due, product.zone()))));
    }
}
