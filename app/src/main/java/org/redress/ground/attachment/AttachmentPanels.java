package org.redress.ground.attachment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.springframework.stereotype.Component;

/** Lays out the files of a thing, for whoever draws its page. */
@Component
public class AttachmentPanels {

    private final Attachments attachments;
    private final Staff staff;

    AttachmentPanels(Attachments attachments, Staff staff) {
        this.attachments = attachments;
        this.staff = staff;
    }

    public AttachmentsShown show(Actor actor, Holder holder) {
        List<Attachment> files = attachments.list(actor, holder);
        return new AttachmentsShown(
                holder,
                files,
                staff
                        .members(
                                actor,
                                files.stream()
                                        .map(Attachment::addedBy)
                                        .distinct()
                                        .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().name())),
                attachments.mayAdd(actor, holder),
                attachments.limits(actor),
                AttachmentForm.errorThatCameBack(),
                actor.zone());
    }
}
