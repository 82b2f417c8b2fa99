package org.redress.desk.fault;

import org.jspecify.annotations.Nullable;

/**
 * What must be known of an open fault before anything is done with its ticket.
 *
 * @param earlier the repair that did not last, or null
 * @param outage that it belongs to and that is still open, or null
 */
public record FaultMarks(
        Fault fault, @Nullable Fault earlier, @Nullable Outage outage) {}
