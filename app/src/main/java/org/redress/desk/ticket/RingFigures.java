package org.redress.desk.ticket;

/**
 * What the ring shows of tickets.
 *
 * @param identify in hand without a decided failure type
 * @param recover in hand with one
 * @param close resolved and not yet closed
 * @param receivedToday and the following two: since midnight at the bureau
 * @param joinsProposed tickets for which joining is proposed
 * @param answered replies that fell in the last 30 days
 * @param answeredInTime those of them that were in time
 */
public record RingFigures(
        Station identify,
        Station recover,
        Station close,
        long receivedToday,
        long resolvedToday,
        long closedToday,
        long joinsProposed,
        long answered,
        long answeredInTime) {

    /**
     * One place where tickets wait.
     *
     * @param waiting all of them
     * @param late those whose reply is overdue
     * @param dueToday those whose reply falls due before midnight
     */
    public record Station(long waiting, long late, long dueToday) {}
}
