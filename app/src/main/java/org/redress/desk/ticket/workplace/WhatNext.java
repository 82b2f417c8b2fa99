package org.redress.desk.ticket.workplace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;

/**
 * What to do next with a ticket: at most three things, the first before all others. The rest that its state allows stands
 * apart.
 */
record WhatNext(List<Act> next, List<Act> others) {

    private static final int MOST = 3;

    /**
     * What its reader may do with it.
     *
     * @param write work on it
     * @param assign hand it to somebody else
     * @param pause let it stand still, for whatever reason
     */
    record Rights(boolean write, boolean assign, boolean pause) {}

    /** @param missing whether another module wants something before it is closed */
    static WhatNext of(Ticket ticket, boolean missing, Rights rights) {
        List<Act> advised = advised(ticket, missing).stream()
                .filter(act -> act.legal(ticket.state()))
                .filter(act -> rights.write() || act == Act.TAKE)
                .limit(MOST)
                .toList();
        return new WhatNext(advised, others(ticket, Set.copyOf(advised), rights));
    }

    private static List<Act> advised(Ticket ticket, boolean missing) {
        List<Act> acts = new ArrayList<>();
        add(acts, Act.TAKE, !ticket.taken());
        add(acts, Act.RESUME, ticket.state().waits());
        boolean resolved = ticket.state() == TicketState.RESOLVED;
        add(acts, Act.CLASSIFY, ticket.classified() == null && !resolved);
        add(acts, Act.START, true);
        add(acts, Act.ANSWER, ticket.reply().owed());
        add(acts, Act.SETTLE, ticket.outcome().settlement() == null && ticket.state() != TicketState.ACKNOWLEDGED);
        boolean worked = ticket.state() != TicketState.ACKNOWLEDGED;
        add(
                acts,
                Act.FIND,
                worked
                        && ticket.kind() == TicketKind.COMPLAINT
                        && ticket.outcome().finding() == null);
        add(acts, Act.RESOLVE, true);
        add(
                acts,
                Act.CONSENT,
                resolved
                        && ticket.reply().answeredAt() != null
                        && ticket.outcome().consent() == null);
        add(acts, Act.COMPLETE, missing && resolved);
        add(acts, Act.CLOSE, true);
        return acts;
    }

    private static void add(List<Act> acts, Act act, boolean wanted) {
        if (wanted) {
            acts.add(act);
        }
    }

    private static List<Act> others(Ticket ticket, Set<Act> advised, Rights rights) {
        Set<Act> never = EnumSet.of(Act.TAKE, Act.ANSWER, Act.COMPLETE);
        return Stream.of(Act.values())
                .filter(act -> !never.contains(act) && !advised.contains(act))
                .filter(act -> act.legal(ticket.state()))
                .filter(act -> act != Act.FIND || ticket.kind() == TicketKind.COMPLAINT)
                .filter(act -> act != Act.CONSENT || ticket.reply().answeredAt() != null)
                .filter(act -> act != Act.HOLD || rights.pause())
                .filter(act -> act == Act.ASSIGN ? rights.assign() : rights.write())
                .toList();
    }
}
