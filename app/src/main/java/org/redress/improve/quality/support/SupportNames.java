package org.redress.improve.quality.support;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.recovery.RecoveryRecord;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Puts names to the people and tickets of a record. */
@Component
class SupportNames {

    private final Staff staff;
    private final TicketBoard board;

    SupportNames(Staff staff, TicketBoard board) {
        this.staff = staff;
        this.board = board;
    }

    Map<StaffId, String> people(Actor actor, Collection<StaffId> ids) {
        return staff.names(actor, ids);
    }

    /** The people of some reliefs: whose they are, and who said a word. */
    Map<StaffId, String> of(Actor actor, List<Relief> reliefs) {
        return people(
                actor,
                reliefs.stream()
                        .flatMap(relief -> Stream.concat(
                                Stream.of(relief.staff()),
                                Stream.ofNullable(relief.word()).map(Relief.Word::by)))
                        .toList());
    }

    /** The tickets of a record that the reader may see. */
    Map<TicketId, TicketCard> tickets(Actor actor, Records.Standing standing) {
        return board
                .cards(
                        actor,
                        Stream.of(
                                        standing.praises().stream().map(Praises.Praise::ticket),
                                        standing.recoveries().good().stream().map(RecoveryRecord.Good::ticket),
                                        standing.upheld().stream().map(Records.Upheld::ticket))
                                .flatMap(Function.identity())
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }
}
