package org.redress.improve.quality.hot;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.improve.quality.QualityNames;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts a hot matter behind the bells of the heads of the units that have most of it. */
@Component
class HotAlerts {

    private static final int MOST_UNITS = 3;

    private final Messages messages;
    private final Superiors superiors;
    private final QualityNames names;
    private final FailureTypes types;

    HotAlerts(Messages messages, Superiors superiors, QualityNames names, FailureTypes types) {
        this.messages = messages;
        this.superiors = superiors;
        this.names = names;
        this.types = types;
    }

    void raise(Actor product, HotMatter matter, List<UnitId> units, Instant now) {
        Set<StaffId> heads = new LinkedHashSet<>();
        units.stream()
                .limit(MOST_UNITS)
                .forEach(unit -> head(product, unit, now).ifPresent(heads::add));
        heads.forEach(head -> tell(product, matter, head));
    }

    private Optional<StaffId> head(Actor product, UnitId unit, Instant now) {
        return superiors
                .holder(product.bureau(), unit, Posts.HEAD, now)
                .or(() -> superiors.holder(product.bureau(), unit, Posts.DIRECTOR, now));
    }

    private void tell(Actor product, HotMatter matter, StaffId head) {
        Locale language = names.language(product, head);
        Words words = types.over(product.bureau().value(), Words.of(language));
        messages.send(
                product,
                new Message(
                        "hot.raised",
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(head),
                        new About(
                                HotMatters.KIND,
                                matter.id().value(),
                                "",
                                "/hot/" + matter.id().value()),
                        "raised." + head.value(),
                        Map.of(
                                "subject",
                                matter.matter().text(words),
                                "count",
                                words.number(matter.heat().count()),
                                "expected",
                                words.number(matter.heat().expected(), 1)),
                        false));
    }
}
