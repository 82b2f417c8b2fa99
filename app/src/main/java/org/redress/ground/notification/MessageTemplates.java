package org.redress.ground.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauFounded;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words of messages: versions for each occasion, channel and language. */
@Component
public class MessageTemplates {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 8000;
    private static final String TEST = "template-test";

    private final TemplateRows rows;
    private final Messages messages;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;
    private final Map<String, Occasion> occasions = Standard.occasions();

    MessageTemplates(TemplateRows rows, Messages messages, Bureaus bureaus, Trail trail, Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** The newest version of every template, in the order of the occasions; some forty. */
    public List<Template> list(Actor actor) {
        actor.require(Action.READ, Messages.KIND);
        List<String> order = new ArrayList<>(occasions.keySet());
        return rows.newest(actor.bureau()).stream()
                .sorted(java.util.Comparator.<Template>comparingInt(
                                one -> order.indexOf(one.key().code()))
                        .thenComparing(one -> one.key().channel())
                        .thenComparing(one -> one.key().language().toLanguageTag()))
                .toList();
    }

    /** Every version of a template, the newest first. */
    public List<Template> versions(Actor actor, TemplateKey key) {
        actor.require(Action.READ, Messages.KIND);
        List<Template> versions = rows.versions(actor.bureau(), key);
        if (versions.isEmpty()) {
            throw Problem.absent("template.absent", key.code());
        }
        return versions;
    }

    /** The occasion of a template, with the names that its words may ask for. */
    public Occasion occasion(TemplateKey key) {
        Occasion occasion = occasions.get(key.code());
        if (occasion == null || !occasion.channels().contains(key.channel())) {
            throw Problem.absent("template.absent", key.code());
        }
        return occasion;
    }

    /** Adds a version; {@code seen} is the one that the writer began with. What is sent keeps its words. */
    @Transactional
    public int save(Actor actor, TemplateDraft draft, int seen) {
        actor.require(Action.MANAGE, Messages.KIND);
        check(draft);
        if (!rows.add(actor.bureau(), draft, seen, actor.staff(), clock.instant())) {
            throw Problem.conflict("template.stale", draft.key().code());
        }
        trail.record(actor, "template.save", "template", trailId(draft.key()), detail(draft.key(), seen + 1));
        return seen + 1;
    }

    /** How the words look with sample values; refuses them as saving would. */
    public Wording preview(Actor actor, TemplateDraft draft) {
        actor.require(Action.READ, Messages.KIND);
        check(draft);
        Map<String, String> samples = Standard.samples(draft.key().language());
        return new Wording(TemplateText.fill(draft.title(), samples), TemplateText.fill(draft.body(), samples));
    }

    /** Sends the newest version with sample values, by way of everything that a real message goes through. */
    @Transactional
    public MessageId test(Actor actor, TemplateKey key, String address) {
        actor.require(Action.MANAGE, Messages.KIND);
        occasion(key);
        boolean inApp = key.channel() == MessageChannel.IN_APP;
        if (!inApp && address.isBlank()) {
            throw Problem.invalid("template.address", "address");
        }
        Recipient self = inApp ? Recipient.staff(actor.staff()) : Recipient.address(address.strip(), true);
        UUID subject = Ids.next();
        return messages.send(
                        actor,
                        new Message(
                                key.code(),
                                key.channel(),
                                key.language(),
                                self,
                                new About(TEST, subject, "", key.path()),
                                TEST,
                                Standard.samples(key.language()),
                                true))
                .id();
    }

    private void check(TemplateDraft draft) {
        Occasion occasion = occasion(draft.key());
        boolean titled = draft.key().channel() != MessageChannel.SMS;
        if (titled && draft.title().isBlank() || draft.title().length() > LONGEST_TITLE) {
            throw Problem.invalid("template.title", "title", LONGEST_TITLE);
        }
        if (draft.body().isBlank() || draft.body().length() > LONGEST_BODY) {
            throw Problem.invalid("template.body", "body", LONGEST_BODY);
        }
        TemplateText.check("title", draft.title(), occasion.names());
        TemplateText.check("body", draft.body(), occasion.names());
    }

    /** The same for every version of one template. */
    private static UUID trailId(TemplateKey key) {
        return UUID.nameUUIDFromBytes(key.path().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String detail(TemplateKey key, int version) {
        return "{\"template\":\"%s\",\"version\":%d}".formatted(key.path(), version);
    }

    /** Gives a bureau the templates that it does not have yet; what it has written itself stays. */
    void equip(BureauId bureau) {
        rows.preset(bureau, Standard.templates(), Staff.COMMAND, clock.instant());
    }

    @EventListener
    @Transactional
    void on(BureauFounded founded) {
        equip(founded.bureau().id());
    }

    /** A newer product may bring new templates to the bureaus that are there. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void equipAll() {
        bureaus.list().forEach(bureau -> equip(bureau.id()));
    }
}
