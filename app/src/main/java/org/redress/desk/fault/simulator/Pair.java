package org.redress.desk.fault.simulator;

import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineTest.Readings;

/**
 * A pair of wires between exchange and customer as it would measure: cable of 0.4 mm with 280 Ω of loop and 52 nF for each
 * kilometre, at its end a set of 1 µF that lets no direct current through. Its length and its small faults follow from its
 * number, so a line measures the same today and tomorrow.
 */
record Pair(int metres, int wear) {

    private static final int LOOP_OHM_PER_KILOMETRE = 280;
    private static final int NANOFARAD_PER_KILOMETRE = 52;
    private static final int SET_NANOFARAD = 1000;
    private static final int OPEN_OHM = 5_000_000;
    private static final int DRY_KILOHM = 20_000;
    private static final int THOUSAND = 1000;

    static Pair of(Line line) {
        int mark = Math.floorMod(line.number().hashCode(), 10_000);
        return new Pair(400 + mark % 4200, mark % 97);
    }

    Readings measure(@Nullable Defect defect) {
        Readings healthy = new Readings(
                OPEN_OHM - wear * THOUSAND,
                DRY_KILOHM - wear * 100,
                DRY_KILOHM - wear * 90,
                50 + wear * 5,
                SET_NANOFARAD + cable(metres),
                5 + wear % 12);
        if (defect == null) {
            return healthy;
        }
        int at = Math.clamp(defect.metres(), 1, metres);
        return switch (defect.kind()) {
            case BROKEN -> with(healthy, healthy.loopOhm(), cable(at));
            case SHORT -> with(healthy, at * LOOP_OHM_PER_KILOMETRE / THOUSAND + defect.value(), healthy.nanofarad());
            case EARTH ->
                new Readings(
                        healthy.loopOhm(),
                        defect.value(),
                        healthy.earthB(),
                        healthy.foreignMillivolt(),
                        healthy.nanofarad(),
                        healthy.noise());
            case FOREIGN ->
                new Readings(
                        healthy.loopOhm(),
                        healthy.earthA(),
                        healthy.earthB(),
                        defect.value(),
                        healthy.nanofarad(),
                        healthy.noise());
            case NOISE ->
                new Readings(
                        healthy.loopOhm(),
                        healthy.earthA(),
                        healthy.earthB(),
                        healthy.foreignMillivolt(),
                        healthy.nanofarad(),
                        defect.value());
            case BUSY, DEAD -> healthy;
        };
    }

    private static Readings with(Readings healthy, int loopOhm, int nanofarad) {
        return new Readings(
                loopOhm, healthy.earthA(), healthy.earthB(), healthy.foreignMillivolt(), nanofarad, healthy.noise());
    }

    private static int cable(int length) {
        return length * NANOFARAD_PER_KILOMETRE / THOUSAND;
    }
}
