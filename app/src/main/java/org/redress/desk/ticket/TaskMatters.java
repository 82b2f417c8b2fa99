package org.redress.desk.ticket;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Answering.Matter;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tasks of departments on tickets, as whoever watches their clocks names them. */
@Component
public class TaskMatters {

    /**
     * One task.
     *
     * @param person who answers for it; null for the head of its unit
     * @param sender who answers for it where the unit has no head
     * @param place of it on the page of its ticket
     */
    public record Task(
            UUID id, TicketId ticket, UnitId unit, @Nullable StaffId person, StaffId sender, String place) {}

    private final ObjectProvider<TicketBoard> board;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final Clock clock;

    TaskMatters(ObjectProvider<TicketBoard> board, Bureaus bureaus, Superiors superiors, Clock clock) {
        this.board = board;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.clock = clock;
    }

    /** What these tasks are about, by their ids; two queries, and one for each unit whose head answers. */
    public Map<UUID, Matter> of(BureauId bureau, List<Task> tasks) {
        List<TicketId> tickets = tasks.stream().map(Task::ticket).toList();
        Map<TicketId, TicketCard> cards =
                board.getObject().cards(bureaus.command(bureaus.get(bureau)), tickets).stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<UnitId, Optional<StaffId>> heads = new HashMap<>();
        Map<UUID, Matter> matters = new HashMap<>();
        for (Task task : tasks) {
            TicketCard card = cards.get(task.ticket());
            if (card != null) {
                matters.put(
                        task.id(),
                        new Matter(
                                responsible(bureau, task, heads),
                                task.unit(),
                                card.number().toString(),
                                card.subject(),
                                "/tickets/" + card.id().value() + task.place()));
            }
        }
        return matters;
    }

    private StaffId responsible(BureauId bureau, Task task, Map<UnitId, Optional<StaffId>> heads) {
        if (task.person() != null) {
            return task.person();
        }
        return heads.computeIfAbsent(task.unit(), unit -> superiors.holder(bureau, unit, Posts.HEAD, clock.instant()))
                .orElse(task.sender());
    }
}
