package org.redress.ground.notification.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Template;
import org.redress.ground.notification.TemplateKey;
import org.redress.ground.notification.Wording;

/**
 * One template with its versions, to be rewritten, looked at and tried.
 *
 * @param names what its words may ask for
 * @param preview how the typed words look, or null
 * @param errors by field
 */
public record TemplatePage(
        List<Tab> tabs,
        TemplateKey key,
        List<Template> versions,
        List<String> authors,
        List<String> names,
        String title,
        String body,
        int seen,
        @Nullable Wording preview,
        Map<String, String> errors,
        ZoneId zone,
        boolean manage) {

    public boolean titled() {
        return key.channel() != MessageChannel.SMS;
    }

    public boolean addressed() {
        return key.channel() != MessageChannel.IN_APP;
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
