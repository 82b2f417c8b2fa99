package org.redress.ground.attachment;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/**
 * The files of a thing as its page shows them, by the template {@code attachment/panel.jte}.
 *
 * @param names of the people who added them
 * @param mayAdd whether this reader may add one
 * @param error why the file that was sent last was not taken, or null
 */
public record AttachmentsShown(
        Holder holder,
        List<Attachment> files,
        Map<StaffId, String> names,
        boolean mayAdd,
        Attachments.Limits limits,
        @Nullable String error,
        ZoneId zone) {

    public String name(StaffId person) {
        return names.getOrDefault(person, "");
    }

    public String size(Words words, Attachment file) {
        return file.size() < 1 << 20
                ? words.text("attachment.kilobytes", (file.size() + 1023) >> 10)
                : words.text("attachment.megabytes", file.size() / (double) (1 << 20));
    }

    /** What a browser offers to choose from. */
    public String accept() {
        return FileType.allEndings().stream().map(ending -> "." + ending).collect(Collectors.joining(","));
    }

    public String href(Attachment file) {
        return "/attachments/" + file.id().value();
    }

    /** Where the form is sent from the page at this address; the query comes back. */
    public String add(String address) {
        int query = address.indexOf('?');
        return "/attachments/" + holder.kind() + "/" + holder.subject() + (query < 0 ? "" : address.substring(query));
    }
}
