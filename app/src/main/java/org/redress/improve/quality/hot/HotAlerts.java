package org.redress.improve.quality.hot;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.desk.recovery.FailureTypes;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Puts a hot matter behind the bells of the heads of the units that have most of it. */
@Component
class HotAlerts {

    private static final int MOST_UNITS = 3;

    private final Notices notices;
    private final Superiors superiors;
    private final FailureTypes types;

    HotAlerts(Notices notices, Superiors superiors, FailureTypes types) {
        this.notices = notices;
        this.superiors = superiors;
        this.types = types;
    }

    void raise(Actor product, HotMatter matter, String said, List<UnitId> units, Instant now) {
        Set<StaffId> heads = new LinkedHashSet<>();
        units.stream()
                .limit(MOST_UNITS)
                .forEach(unit -> head(product, unit, now).ifPresent(heads::add));
        heads.forEach(head -> tell(product, matter, said, head));
    }

    private Optional<StaffId> head(Actor product, UnitId unit, Instant now) {
        return superiors
                .holder(product.bureau(), unit, Posts.HEAD, now)
                .or(() -> superiors.holder(product.bureau(), unit, Posts.DIRECTOR, now));
    }

    private void tell(Actor product, HotMatter matter, String said, StaffId head) {
        notices.ring(
                product,
                head,
                new Notice(
                        "hot.raised",
                        new About(
                                HotMatters.KIND,
                                matter.id().value(),
                                "",
                                "/hot/" + matter.id().value()),
                        "raised." + head.value(),
                        words -> Map.of(
                                "subject",
                                matter.matter().text(types.over(product.bureau().value(), words), said),
                                "count",
                                words.number(matter.heat().count()),
                                "expected",
                                words.number(matter.heat().expected(), 1))));
    }
}
