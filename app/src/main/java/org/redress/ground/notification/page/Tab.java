package org.redress.ground.notification.page;

import java.util.ArrayList;
import java.util.List;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;

/**
 * A page beside this one.
 *
 * @param name its text is {@code message.page.NAME}
 */
public record Tab(String name, String href, boolean current) {

    static final String MINE = "mine";
    static final String OUT = "out";
    static final String IN = "in";
    static final String TEMPLATES = "templates";

    /** The pages that this person may see. */
    static List<Tab> of(Actor actor, String current) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(MINE, "/messages/mine", current.equals(MINE)));
        if (actor.may(Action.READ, Messages.KIND)) {
            tabs.add(new Tab(OUT, "/messages", current.equals(OUT)));
            tabs.add(new Tab(IN, "/messages/in", current.equals(IN)));
            tabs.add(new Tab(TEMPLATES, "/messages/templates", current.equals(TEMPLATES)));
        }
        return List.copyOf(tabs);
    }
}
