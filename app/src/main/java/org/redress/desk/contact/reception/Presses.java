package org.redress.desk.contact.reception;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.CustomerPanel;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Notice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands what was pressed and typed in the parts of a customer's file to whoever shows them. */
@Component
class Presses {

    private final ObjectProvider<CustomerPanel> panels;

    Presses(ObjectProvider<CustomerPanel> panels) {
        this.panels = panels;
    }

    /** What to say of it; empty where nothing was pressed or typed in any part. */
    Optional<Notice> press(Actor actor, Words words, ContactForm form, Map<String, String> typed) {
        if (form.customer() == null) {
            return Optional.empty();
        }
        CustomerId customer = new CustomerId(form.customer());
        ContactId contact = new ContactId(form.draft());
        return panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .map(panel -> panel.pressed(actor, words, customer, contact, typed))
                .flatMap(Optional::stream)
                .reduce((first, next) -> first);
    }
}
