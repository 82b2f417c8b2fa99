package org.redress.desk.ticket.workplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.TicketStory.Answered;
import org.redress.desk.ticket.TicketStory.Happened;
import org.redress.desk.ticket.TicketStory.Noted;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/** Puts a ticket's story into words. */
final class Talks {

    /** What is about another person. */
    private static final Set<String> HANDED = Set.of("assign", "offer", "accept", "refuse", "withdraw", "left");

    private static final String SPOKE = "spoke";

    private static final String RESUMED = "resume";

    /** Stand in the talk as what was written; as an event they would say it twice. */
    private static final Set<String> SAID = Set.of("answer", "note");

    /** Leave the ticket as it is: nobody's form is stale for them. */
    private static final Set<String> QUIET =
            Set.of("note", TicketStory.UNDELIVERED, TicketStory.WITHHELD, TicketStory.UNREACHED);

    private final Words words;
    private final When when;
    private final People people;

    Talks(When when, People people) {
        this.words = when.words();
        this.when = when;
        this.people = people;
    }

    /** Everybody who stands in a story, so that their names can be fetched at once. */
    static Set<StaffId> people(TicketStory story) {
        return story.entries().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.by()), receiver(entry).stream()))
                .collect(Collectors.toSet());
    }

    /** To whom a ticket was handed over. */
    private static Optional<StaffId> receiver(TicketStory.Entry entry) {
        return entry instanceof Happened happened && HANDED.contains(happened.what())
                ? Optional.ofNullable(happened.about()).map(UUID::fromString).map(StaffId::new)
                : Optional.empty();
    }

    Talk of(Ticket ticket, @Nullable String customer, TicketStory story) {
        List<Talk.Line> lines = new ArrayList<>();
        lines.add(new Talk.Said(
                customer, ticket.origin().channel(), when.of(ticket.origin().receivedAt()), words(ticket)));
        for (TicketStory.Entry entry : story.entries()) {
            switch (entry) {
                case Happened happened when SAID.contains(happened.what()) -> {}
                case Happened happened when happened.what().equals(SPOKE) -> lines.add(spoke(customer, happened));
                case Happened happened -> lines.add(event(happened));
                case Noted noted ->
                    lines.add(new Talk.Note(
                            people.name(noted.by()), people.unit(noted.by()), when.of(noted.at()), noted.text()));
                case Answered answered ->
                    lines.add(new Talk.Answer(
                            people.name(answered.by()),
                            answered.post(),
                            answered.channel(),
                            when.of(answered.at()),
                            answered.text()));
            }
        }
        return new Talk(lines);
    }

    /** What a file brings may have no more than a subject. */
    private static String words(Ticket ticket) {
        return ticket.text().isBlank() ? ticket.subject() : ticket.text();
    }

    private Talk.Said spoke(@Nullable String customer, Happened happened) {
        return new Talk.Said(
                customer,
                happened.about() == null ? Channel.OTHER : Channel.valueOf(happened.about()),
                when.of(happened.at()),
                happened.why() == null ? "" : happened.why());
    }

    /** The whole history, the newest first. */
    List<Talk.Event> history(TicketStory story) {
        return happened(story).map(this::event).toList().reversed();
    }

    /** The last so many changes, the oldest of them first. */
    List<Talk.Event> latest(TicketStory story, int changes) {
        List<Happened> all =
                happened(story).filter(one -> !QUIET.contains(one.what())).toList();
        return all.subList(Math.clamp(all.size() - changes, 0, all.size()), all.size()).stream()
                .map(this::event)
                .toList();
    }

    private static Stream<Happened> happened(TicketStory story) {
        return story.entries().stream().filter(Happened.class::isInstance).map(Happened.class::cast);
    }

    private Talk.Event event(Happened happened) {
        return new Talk.Event(
                happened.what(),
                icon(happened.what()),
                people.name(happened.by()),
                detail(happened),
                why(happened),
                when.of(happened.at()));
    }

    private @Nullable String why(Happened happened) {
        return switch (happened.what()) {
            case SPOKE -> null;
            case RESUMED ->
                happened.about() == null ? happened.why() : words.text("ticket.resumed." + happened.about());
            default -> happened.why();
        };
    }

    private @Nullable String detail(Happened happened) {
        String about = happened.about();
        if (about == null) {
            return null;
        }
        return switch (happened.what()) {
            case "classify" -> Types.name(words, about);
            case "assign", "offer", "accept", "refuse", "withdraw", "left" ->
                people.name(new StaffId(UUID.fromString(about)));
            case "answer", SPOKE ->
                words.text("ticket.channel." + Channel.valueOf(about).name());
            case TicketStory.UNDELIVERED, TicketStory.WITHHELD -> words.text("message.channel." + about);
            case TicketStory.UNREACHED -> words.text("message.code." + about);
            case "find" -> words.text("ticket.verdict." + about);
            case "consent" -> words.text("ticket.consent." + about);
            case TicketStory.TOLD -> words.text("ticket.state." + about);
            case RESUMED -> null;
            case "dismiss" -> words.text("ticket.join." + about);
            default -> about;
        };
    }

    private static String icon(String what) {
        return switch (what) {
            case "open", "source", TicketStory.TOLD -> "ticket";
            case "take" -> "user-check";
            case "classify" -> "bookmark";
            case "settle" -> "tool";
            case "find" -> "search";
            case "consent" -> "message";
            case "assign", "offer", "accept" -> "arrows-exchange";
            case "refuse", "withdraw", "left" -> "arrow-back-up";
            case "join", "lead" -> "git-merge";
            case "part", "lose", "dismiss" -> "unlink";
            case "start", RESUMED -> "player-play";
            case "pend", "hold" -> "player-pause-f";
            case "resolve" -> "check";
            case "reopen" -> "arrow-back-up";
            case "close" -> "circle-check";
            case "reject" -> "x";
            case "answer" -> "send";
            case SPOKE -> "message";
            case TicketStory.UNDELIVERED, TicketStory.WITHHELD, TicketStory.UNREACHED -> "bell";
            case "note", "redact" -> "lock";
            default -> "minus";
        };
    }
}
