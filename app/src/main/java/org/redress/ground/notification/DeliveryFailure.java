package org.redress.ground.notification;

import org.jspecify.annotations.Nullable;

/** A message did not get through; {@link #fault} says whether it is worth another try. */
public final class DeliveryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final DeliveryFault fault;

    public DeliveryFailure(DeliveryFault fault, @Nullable String detail, @Nullable Throwable cause) {
        super(shortened(detail == null ? "" : detail), cause);
        this.fault = fault;
    }

    public DeliveryFailure(DeliveryFault fault, @Nullable String detail) {
        this(fault, detail, null);
    }

    public DeliveryFault fault() {
        return fault;
    }

    /** What the other side said, one line. */
    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
