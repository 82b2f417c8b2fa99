package org.redress.desk.contact;

import java.util.Optional;
import org.redress.ground.identity.Actor;

/** A part that another module shows beside the customer's words while a contact is taken. Contributed as a bean. */
public interface ToldPanel {

    /** Position, lowest first. */
    int order();

    /** What to show for what was typed so far; or empty where this reader sees nothing of it. */
    Optional<CustomerPanel.View> show(Actor actor, Told told);

    /** The words as far as they are typed, and the place; each may be empty. */
    record Told(String subject, String words, String place) {}
}
