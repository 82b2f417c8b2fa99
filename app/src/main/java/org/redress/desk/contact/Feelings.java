package org.redress.desk.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The human factors of an answer: how the customer felt before it and when they came back, and the post of whoever gave it.
 * That a manager's word weighs more than an agent's is known for retail (S. W. Kelley, K. D. Hoffman and M. A. Davis,
 * Journal of Retailing 69, 1993); here it is measured on the bureau's own contacts.
 */
@Component
public class Feelings {

    static final String MINIMUM = "feeling.minimum";

    private static final String SENIOR_AFTER = "answer.senior.after";
    private static final int LOOK_BACK = 50;

    private final JdbcClient jdbc;
    private final ContactRows rows;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final Rulebook rulebook;
    private final Clock clock;

    Feelings(JdbcClient jdbc, ContactRows rows, Tickets tickets, Bureaus bureaus, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * What became of the customers' feelings after answers of one post.
     *
     * @param better how many came back calmer than they had been
     */
    public record AfterAnswers(String post, int better, int same, int worse) {

        public int all() {
            return better + same + worse;
        }
    }

    /** The figures since a moment, by post. */
    public List<AfterAnswers> since(Actor actor, Instant from) {
        actor.require(Action.READ, Contacts.KIND);
        Map<String, int[]> byPost = new TreeMap<>();
        jdbc.sql("""
                        select post, before, after, count(*) from contact.feeling
                         where bureau = ? and at >= ? group by post, before, after
                        """).params(actor.bureau().value(), Moments.at(from)).query(row -> {
            int course = Integer.signum(Mood.valueOf(row.getString(3)).compareTo(Mood.valueOf(row.getString(2))));
            byPost.computeIfAbsent(row.getString(1), post -> new int[3])[course + 1] += row.getInt(4);
        });
        return byPost.entrySet().stream()
                .map(post ->
                        new AfterAnswers(post.getKey(), post.getValue()[0], post.getValue()[1], post.getValue()[2]))
                .toList();
    }

    /** Fewer than so many are too few to say anything. */
    public int minimum(Actor actor) {
        return rulebook.count(actor.bureau(), MINIMUM, today(actor));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    /** Keeps how the customer felt when they came back, where somebody had answered since they last spoke. */
    void note(Actor actor, Contact contact) {
        TicketId ticket = about(contact);
        if (ticket == null || contact.mood() == Mood.UNKNOWN) {
            return;
        }
        Contact before = rows.ofTicket(actor.bureau(), ticket, LOOK_BACK).stream()
                .dropWhile(one -> !one.id().equals(contact.id()))
                .skip(1)
                .findFirst()
                .orElse(null);
        if (before == null || before.mood() == Mood.UNKNOWN) {
            return;
        }
        answers(actor, ticket).stream()
                .filter(answer ->
                        answer.at().isAfter(before.recordedAt()) && !answer.at().isAfter(contact.recordedAt()))
                .max(Comparator.comparing(TicketStory.Answered::at))
                .map(TicketStory.Answered::post)
                .ifPresent(post -> write(actor, contact, before, post));
    }

    private static @Nullable TicketId about(Contact contact) {
        return switch (contact.outcome()) {
            case ADDED -> contact.matter().ticket();
            case WAITING -> contact.matter().earlier();
            case ANSWERED, TICKET, REOPENED, KEPT -> null;
        };
    }

    private void write(Actor actor, Contact contact, Contact before, String post) {
        jdbc.sql("insert into contact.feeling (bureau, contact, at, post, before, after) values (?, ?, ?, ?, ?, ?)")
                .params(
                        actor.bureau().value(),
                        contact.id().value(),
                        Moments.at(contact.recordedAt()),
                        post,
                        before.mood().name(),
                        contact.mood().name())
                .update();
    }

    private List<TicketStory.Answered> answers(Actor actor, TicketId ticket) {
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        return tickets.story(product, ticket).entries().stream()
                .filter(TicketStory.Answered.class::isInstance)
                .map(TicketStory.Answered.class::cast)
                .toList();
    }

    /**
     * Whether somebody senior should answer now: the customer was angry when somebody last saw how they were, and so many
     * answers as the rulebook says have been given by people who lead nobody and by nobody else. What came since and nobody
     * saw, a mail for instance, calms nobody.
     *
     * @return the contact at which the customer was
     */
    Optional<Contact> heated(Actor actor, Ticket ticket, List<Contact> latestFirst) {
        Contact last = latestFirst.stream()
                .filter(one -> one.mood() != Mood.UNKNOWN)
                .findFirst()
                .orElse(null);
        if (last == null || !last.mood().heated() || !ticket.state().open()) {
            return Optional.empty();
        }
        List<String> posts = answers(actor, ticket.id()).stream()
                .map(TicketStory.Answered::post)
                .flatMap(java.util.stream.Stream::ofNullable)
                .toList();
        boolean enough = posts.size() >= rulebook.count(actor.bureau(), SENIOR_AFTER, today(actor));
        return enough && posts.stream().noneMatch(Posts::leads) ? Optional.of(last) : Optional.empty();
    }
}
