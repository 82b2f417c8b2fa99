package org.redress.ground.notification;

import java.util.List;
import org.redress.ground.notification.DueRows.Due;
import org.springframework.stereotype.Component;

/** Puts into a message, as it is handed over, what is kept nowhere else. */
@Component
class Handover {

    private final List<FreshLink> links;

    Handover(List<FreshLink> links) {
        this.links = links;
    }

    Outgoing of(Due message, Wording words) {
        if (!words.title().contains(FreshLink.PLACE) && !words.body().contains(FreshLink.PLACE)) {
            return message.outgoing(words);
        }
        return links.stream()
                .filter(maker -> maker.kind().equals(message.about().kind()))
                .findFirst()
                .map(maker -> maker.make(message.bureau(), message.about().id()))
                .map(link -> new Wording(
                        words.title().replace(FreshLink.PLACE, link),
                        words.body().replace(FreshLink.PLACE, link)))
                .map(message::outgoing)
                .orElseGet(() -> message.outgoing(words));
    }
}
