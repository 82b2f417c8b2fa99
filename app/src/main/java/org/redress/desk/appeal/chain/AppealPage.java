package org.redress.desk.appeal.chain;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.desk.appeal.AppealNames.Named;
import org.redress.ground.attachment.AttachmentsShown;
import org.redress.platform.text.Masked;
import org.redress.platform.web.Attempt;

/** One appeal as a chain, with its conditions, its files and what can be done with it. */
public record AppealPage(
        AppealShown shown,
        List<ChainStep> chain,
        AttachmentsShown attachments,
        Named named,
        Attempt attempted,
        ZoneId zone) {

    private static final Pattern TELEPHONE = Pattern.compile("[+0-9 ()-]{6,30}");

    public Appeal appeal() {
        return shown.appeal();
    }

    /** How the appellant is reached; a telephone masked, as everywhere. */
    public String reach() {
        String given = appeal().grounds().reach();
        return TELEPHONE.matcher(given).matches() ? Masked.phone(given) : given;
    }

    /** Whether every condition is met, as far as can be reckoned. */
    public boolean met() {
        return shown.conditions().stream().allMatch(ConditionLine::met);
    }

    public String form(AppealStep step) {
        return AppealMoves.act(step);
    }

    /** Whether a condition is ticked as a reason to refuse: what was ticked before, else those that are not met. */
    public boolean why(ConditionLine line) {
        String form = AppealMoves.act(AppealStep.REFUSE);
        return attempted.form().equals(form) ? attempted.ticked(form, AppealMoves.WHY + line.condition()) : !line.met();
    }
}
