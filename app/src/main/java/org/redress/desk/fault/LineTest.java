package org.redress.desk.fault;

import java.util.concurrent.CompletableFuture;
import org.redress.ground.identity.Actor;

/** Measures lines: a test head behind a port. The {@code simulator} stands there until the network has a room for assurance. */
public interface LineTest {

    /** Asks for one measurement. What comes may never come: whoever asks waits no longer than they want to. */
    CompletableFuture<Answer> measure(Actor actor, Line line);

    /** What a test head says. */
    sealed interface Answer {}

    /** What it has measured, with the customer's set on the hook. */
    record Measured(Readings readings) implements Answer {}

    /** Somebody speaks on the line, so it is left alone. */
    record Busy() implements Answer {}

    /**
     * The electrical values of a pair.
     *
     * @param loopOhm between the wires
     * @param earthA from wire a to earth, in kΩ
     * @param earthB from wire b to earth, in kΩ
     * @param foreignMillivolt on either wire
     * @param nanofarad between the wires
     * @param noise weighted, in dBrnC
     */
    record Readings(int loopOhm, int earthA, int earthB, int foreignMillivolt, int nanofarad, int noise) {}
}
