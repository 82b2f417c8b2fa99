package org.redress.desk.appeal.chain;

import java.util.UUID;
import org.redress.desk.appeal.AppealReach;
import org.redress.ground.attachment.Attachable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Files of appeals, evidence among them: added while the appeal is open by whoever may work on it. */
@Component
class AppealAttachable implements Attachable {

    private final AppealBoard board;

    AppealAttachable(AppealBoard board) {
        this.board = board;
    }

    @Override
    public String kind() {
        return AppealReach.KIND;
    }

    @Override
    public void requireRead(Actor actor, UUID subject) {
        board.get(actor, new AppealId(subject));
    }

    @Override
    public void requireAdd(Actor actor, UUID subject) {
        if (!board.get(actor, new AppealId(subject), Action.WRITE).state().open()) {
            throw Problem.conflict("appeal.ended");
        }
    }

    @Override
    public String path(UUID subject) {
        return "/appeals/" + subject;
    }
}
