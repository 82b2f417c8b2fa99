package org.redress.desk.recovery.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.RepeatedFailures;
import org.redress.desk.recovery.voice.Voices;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Gathers what a plan has to fit from what is known of a ticket and its customer. */
@Component
class Situations {

    private final FailureTypes types;
    private final RepeatedFailures repeated;
    private final Contacts contacts;
    private final Voices voices;

    Situations(FailureTypes types, RepeatedFailures repeated, Contacts contacts, Voices voices) {
        this.types = types;
        this.repeated = repeated;
        this.contacts = contacts;
        this.voices = voices;
    }

    Situation of(Actor actor, Ticket ticket) {
        Ticket.Classified classified = ticket.classified();
        Family family = Family.of(parent(actor, type(ticket)));
        FailureKind decided = classified == null ? null : classified.kind();
        return new Situation(
                decided == null ? suggested(family) : decided,
                classified == null ? null : classified.attribution(),
                family,
                repeated.again(actor, ticket.id()),
                mood(actor, ticket),
                voices.latest(actor, ticket.id()).isPresent());
    }

    private static FailureKind suggested(Family family) {
        return family == Family.CONDUCT ? FailureKind.PROCESS : FailureKind.OUTCOME;
    }

    private static @Nullable String type(Ticket ticket) {
        if (ticket.classified() != null) {
            return ticket.classified().type();
        }
        return ticket.suggestion() == null ? null : ticket.suggestion().type();
    }

    private @Nullable String parent(Actor actor, @Nullable String type) {
        return type == null
                ? null
                : types.leaves(actor).stream()
                        .filter(leaf -> leaf.code().equals(type))
                        .findFirst()
                        .map(FailureType::parent)
                        .orElse(null);
    }

    private Mood mood(Actor actor, Ticket ticket) {
        List<Contact> spoken = actor.may(Action.READ, "contact") ? contacts.ofTicket(actor, ticket.id()) : List.of();
        return spoken.stream()
                .map(Contact::mood)
                .filter(mood -> mood != Mood.UNKNOWN)
                .findFirst()
                .orElse(Mood.UNKNOWN);
    }
}
