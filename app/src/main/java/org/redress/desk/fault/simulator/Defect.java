package org.redress.desk.fault.simulator;

/**
 * What is wrong with a simulated line.
 *
 * @param metres along the line where it is; of no meaning for the last four kinds
 * @param value by kind: the resistance of the contact in Ω for {@code SHORT}, of the leak in kΩ for {@code EARTH}, a voltage
 *     in mV, a noise in dBrnC; of no meaning else
 */
public record Defect(Kind kind, int metres, int value) {

    /** What it is. */
    public enum Kind {
        BROKEN,
        SHORT,
        EARTH,
        FOREIGN,
        NOISE,
        BUSY,
        /** The test head hears nothing and says nothing. */
        DEAD
    }
}
