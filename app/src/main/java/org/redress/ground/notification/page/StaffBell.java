package org.redress.ground.notification.page;

import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.notification.Inbox;
import org.redress.platform.text.Words;
import org.redress.platform.web.Bell;
import org.redress.platform.web.BellRinger;
import org.redress.platform.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Rings for what somebody has not read. */
@Component
class StaffBell implements BellRinger {

    private static final Logger log = LoggerFactory.getLogger(StaffBell.class);
    private static final int MOST = 100;

    private final Inbox inbox;

    StaffBell(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Optional<Bell> bell(Viewer viewer, Words words) {
        return Actors.behind(viewer).flatMap(actor -> count(actor, words));
    }

    /** The page that says that the database is away has to come without a bell. */
    private Optional<Bell> count(Actor actor, Words words) {
        try {
            int unread = inbox.unread(actor, MOST);
            return Optional.of(new Bell("/messages/mine", unread, words.text("message.bell", unread)));
        } catch (DataAccessException | TransactionException away) {
            log.warn("no bell: {}", away.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
