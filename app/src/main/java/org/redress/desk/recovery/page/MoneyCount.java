package org.redress.desk.recovery.page;

import org.redress.desk.recovery.authority.Approvals;
import org.redress.ground.identity.Actors;
import org.redress.platform.web.NavCount;
import org.redress.platform.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How many approvals wait that somebody else proposed. */
@Component
class MoneyCount implements NavCount {

    static final String FLOOR = "money";

    private static final Logger log = LoggerFactory.getLogger(MoneyCount.class);
    private static final int MOST = 100;

    private final Approvals approvals;

    MoneyCount(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String floor() {
        return FLOOR;
    }

    /** The page that says that the database is away has to come without a figure. */
    @Override
    public int waiting(Viewer viewer) {
        try {
            return Actors.behind(viewer)
                    .map(actor -> approvals.waitingForOthers(actor, MOST))
                    .orElse(0);
        } catch (DataAccessException | TransactionException away) {
            log.warn("no figure beside the floor: {}", away.getClass().getSimpleName());
            return 0;
        }
    }
}
