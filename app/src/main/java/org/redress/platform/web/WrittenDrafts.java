package org.redress.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.redress.platform.web.FormDrafts.Draft;
import org.redress.platform.web.FormDrafts.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Keeps what people write into forms, and throws it away once it is sent. */
@Component
class WrittenDrafts {

    private static final int LONGEST_NAME = 400;

    private final FormDrafts drafts;
    private final FormKeys keys;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;
    private final Clock clock;

    WrittenDrafts(
            FormDrafts drafts, FormKeys keys, ObjectProvider<RequestMappingInfoHandlerMapping> mappings, Clock clock) {
        this.drafts = drafts;
        this.keys = keys;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** @param behind whether what the form is about has changed since the draft was begun */
    record Standing(DraftKept kept, boolean behind) {}

    Instant now() {
        return clock.instant();
    }

    Map<String, Draft> of(Viewer writer) {
        return drafts.of(writer.bureauNumber(), writer.staffId());
    }

    /**
     * Keeps what stands in a form now; where no sentence does, nothing is kept. A draft that is gone on with keeps saying
     * with what it was begun.
     */
    Standing keep(Viewer writer, FormSent form) {
        if (!sendable(form.of())) {
            throw Problem.absent("form.draft.absent");
        }
        Place place = form.place(writer);
        if (!form.written()) {
            return new Standing(
                    drafts.clear(place, form.window()) ? new DraftKept.Empty() : elsewhere(writer, form), false);
        }
        Map<String, String> typed = new HashMap<>(form.typed());
        String begun = drafts.find(place)
                .map(draft -> draft.typed().getOrDefault(FormSent.STAND, form.stand()))
                .orElse(form.stand());
        typed.put(FormSent.STAND, begun);
        return new Standing(drafts.save(place, form.window(), typed), !begun.equals(form.stand()));
    }

    /** What another window has made of a draft; empty where nothing stands there. */
    DraftKept elsewhere(Viewer writer, FormSent form) {
        return drafts.find(form.place(writer))
                .<DraftKept>map(draft -> new DraftKept.Elsewhere(draft.savedAt()))
                .orElseGet(DraftKept.Empty::new);
    }

    void clear(Viewer writer, FormSent form) {
        drafts.clear(form.place(writer), form.window());
    }

    /**
     * After a form was sent: what was taken is a draft no longer, what was not taken is kept as one. So is what was only looked
     * at, tried or asked on the way, at another address than its own.
     */
    void settle(Viewer writer, FormSent form, String address) {
        boolean used =
                keys.used(writer.bureauNumber(), FormKeys.parse(form.window().key()));
        if (used && address.equals(path(form.of()))) {
            clear(writer, form);
        } else if (form.length() < FormDrafts.LONGEST && sendable(form.of())) {
            keep(writer, used ? form.rekeyed() : form);
        }
    }

    static String path(String of) {
        int query = of.indexOf('?');
        return query < 0 ? of : of.substring(0, query);
    }

    /** Whether there is an address to which such a form is sent. */
    private boolean sendable(String of) {
        PathContainer path = PathContainer.parsePath(path(of));
        return of.length() <= LONGEST_NAME
                && mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                        .map(RequestMappingInfo::getPathPatternsCondition)
                        .anyMatch(paths -> paths != null
                                && paths.getPatterns().stream().anyMatch(pattern -> pattern.matches(path)));
    }
}
