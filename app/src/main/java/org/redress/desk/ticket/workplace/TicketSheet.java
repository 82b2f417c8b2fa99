package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.desk.ticket.JoinProposal;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketNumber;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.ContactDetails;
import org.redress.ground.party.CustomerCard;
import org.redress.platform.web.ClockChip;
import org.redress.platform.web.Step;

/**
 * One ticket with all that stands around it.
 *
 * @param missing what other modules want before it is closed, in words
 * @param above what other modules say before anything is done
 * @param beside what they show in the side pane
 * @param drafts what the reader has written and not sent
 * @param attempt a form that came back, or null
 * @param meanwhile where somebody else was faster: what they changed
 */
public record TicketSheet(
        Ticket ticket,
        DeskAddress address,
        Head head,
        Talk talk,
        List<Talk.Event> history,
        Todo todo,
        List<String> missing,
        Customer customer,
        Joined joined,
        List<Panels.Drawn> above,
        List<Panels.Drawn> beside,
        Drafted drafts,
        @Nullable Attempt attempt,
        List<Talk.Event> meanwhile) {

    /**
     * What stands above everything else.
     *
     * @param responsible who answers for it, with initials and unit
     * @param classifiedBy who decided the failure type, or null
     * @param heldUntil the moment of the appointment for which it is held, or null
     */
    public record Head(
            String responsible,
            String initials,
            String unit,
            boolean mine,
            @Nullable String classifiedBy,
            StateChip state,
            List<ClockChip> clocks,
            List<Step> segments,
            String received,
            @Nullable String heldUntil) {}

    /**
     * What can be done.
     *
     * @param writing whether the reader may work on it
     * @param colleagues whom it can be handed to; empty where the reader may not
     * @param pauses for what the reader may let it stand still
     * @param appointmentDays by how many days an appointment may lie ahead
     * @param leavingOut whether closing would leave out what only those who give out work may, and the reader does
     * @param ways by which its customer can be answered
     */
    public record Todo(
            List<Act> next,
            List<Act> others,
            boolean writing,
            List<StaffMember> colleagues,
            List<FailureVocabulary.Group> types,
            List<PauseReason> pauses,
            int appointmentDays,
            boolean leavingOut,
            List<Channel> ways) {}

    /**
     * Whose matter it is.
     *
     * @param card null for an anonymous contact, and for a reader who may not know
     * @param details the same in full, right after the reader asked for it; null else
     * @param earlier other tickets of theirs, the latest first
     */
    public record Customer(
            @Nullable CustomerCard card,
            @Nullable ContactDetails details,
            boolean revealing,
            String since,
            List<Earlier> earlier) {}

    /** Another ticket and when it was received. */
    public record Earlier(TicketCard card, StateChip state, String when) {}

    /**
     * What it is one matter with.
     *
     * @param lead the ticket that leads it, or null
     * @param members those that it leads
     * @param unanswered those of them whose customers have had no answer
     * @param seen those and this one, as the reader sees them
     * @param answer what was said to this ticket's own customer last; may be empty
     */
    public record Joined(
            @Nullable TicketCard lead,
            List<TicketCard> members,
            List<JoinProposal> proposals,
            Set<TicketNumber> unanswered,
            String seen,
            String answer) {}

    /** The address of a form. */
    public String form(String act) {
        return address.form(ticket.id(), act);
    }

    /** What stands in a field: what was typed where the form came back, else the given. */
    public String value(String form, String name, String otherwise) {
        String typed = attempt == null ? null : attempt.typed(form, name);
        return typed != null ? typed : otherwise;
    }

    /** Whether this reason stands chosen in the form of a pause: the one of before where the reader may still, else the first. */
    public boolean pausesFor(PauseReason reason) {
        String chosen = value(Act.HOLD.form(), "pause", "");
        return todo.pauses().stream()
                .filter(one -> one.name().equals(chosen))
                .findFirst()
                .orElse(todo.pauses().getFirst())
                .equals(reason);
    }

    /** The name under which what is written into a form is kept. */
    public String draft(String form) {
        return TicketDrafts.name(ticket.id(), form);
    }

    /** Whether something is written in a form and not sent. */
    public boolean drafted(String form) {
        return drafts.byForm().containsKey(form);
    }

    /** Whether a form has something in it that waits to be sent. */
    public boolean begun(String form) {
        return returned(form) || drafted(form);
    }

    /** Whether the note is what one goes on with. */
    public boolean noting() {
        return !ticket.state().open() || returned("note") || drafted("note") && !begun("answer");
    }

    /** What was written into fields that the page no longer has, because of what has happened since; to be copied. */
    public List<Drafted.Line> homeless() {
        return drafts.byForm().entrySet().stream()
                .filter(draft -> !returned(draft.getKey()))
                .map(draft -> Drafted.line(
                        draft.getKey(),
                        draft.getValue(),
                        field -> !shows(draft.getKey()) || !asks(draft.getKey(), field)))
                .filter(line -> !line.words().isEmpty())
                .sorted(Comparator.comparing(Drafted.Line::savedAt))
                .toList();
    }

    private boolean shows(String form) {
        return switch (form) {
            case "note" -> todo.writing();
            case "answer" -> todo.writing() && ticket.state().open();
            case "answer-all" ->
                todo.writing() && ticket.state().open() && !joined.unanswered().isEmpty();
            default -> offers(form);
        };
    }

    /** What is wrong with a field, or null. */
    public @Nullable String error(String form, String name) {
        return attempt == null ? null : attempt.error(form, name);
    }

    /** Whether this form came back. */
    public boolean returned(String form) {
        return attempt != null && attempt.form().equals(form);
    }

    /** What was typed into a field that the page no longer has, because of what somebody else did; to be copied. */
    public List<String> stranded() {
        return attempt == null
                ? List.of()
                : Drafted.WRITTEN.stream()
                        .filter(field -> !asks(attempt.form(), field))
                        .map(field -> attempt.typed().getOrDefault(field, ""))
                        .filter(text -> !text.isBlank())
                        .toList();
    }

    private boolean asks(String form, String field) {
        return switch (field) {
            case "withoutAnswer" -> offers(form) && ticket.reply().owed();
            case "withoutSettlement" -> offers(form) && ticket.outcome().settlement() == null;
            case "withoutControl" -> offers(form) && todo.leavingOut();
            default -> offers(form);
        };
    }

    private boolean offers(String form) {
        return form.equals("note")
                || form.equals("answer-all")
                || (form.equals(Act.ANSWER.form()) && ticket.state().open())
                || Stream.concat(todo.next().stream(), todo.others().stream())
                        .anyMatch(act -> act != Act.ANSWER && act.form().equals(form));
    }

    /** What the matter may be classified as, decided or else suggested; null where neither. */
    public @Nullable String type() {
        return ticket.classified() != null
                ? ticket.classified().type()
                : ticket.suggestion() != null ? ticket.suggestion().type() : null;
    }

    /** The key of what an answer should hold, by whose doing the failure was; null while nobody has said. */
    public @Nullable String answerHint() {
        return ticket.classified() == null || ticket.classified().attribution() == null
                ? null
                : "ticket.answer.hint." + ticket.classified().attribution().name();
    }

    /** The moment by which a reply is owed, or null. */
    public @Nullable Instant due() {
        return ticket.reply().dueAt();
    }
}
