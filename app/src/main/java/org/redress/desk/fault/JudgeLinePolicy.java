package org.redress.desk.fault;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Rulebook;

/**
 * Judges a line by its electrical values. What makes the others worthless comes first: a foreign voltage falsifies every
 * resistance, earth on a wire every loop.
 *
 * @param foreignVolt more is a foreign voltage
 * @param insulationKilohm less to earth is earth on the wire
 * @param loopKilohm less between the wires, with the set on the hook, is a short
 * @param terminalNanofarad less between the wires is a line that does not reach its set
 * @param nanofaradPerKilometre of the cable, by which the distance is reckoned
 * @param noiseDecibel more is noise
 */
record JudgeLinePolicy(
        BigDecimal foreignVolt,
        int insulationKilohm,
        int loopKilohm,
        int terminalNanofarad,
        int nanofaradPerKilometre,
        int noiseDecibel) {

    private static final int THOUSAND = 1000;

    static JudgeLinePolicy of(Rulebook rules, BureauId bureau, LocalDate on) {
        return new JudgeLinePolicy(
                rules.get(bureau, "linetest.foreign", on).amount(),
                whole(rules, bureau, "linetest.insulation", on),
                whole(rules, bureau, "linetest.loop", on),
                whole(rules, bureau, "linetest.terminal", on),
                whole(rules, bureau, "linetest.cable", on),
                whole(rules, bureau, "linetest.noise", on));
    }

    private static int whole(Rulebook rules, BureauId bureau, String code, LocalDate on) {
        return rules.get(bureau, code, on).amount().intValueExact();
    }

    /** @param metres to where the line is broken, null where it is not */
    record Judged(LineFinding finding, @Nullable Integer metres) {}

    Judged judge(LineTest.Readings read) {
        if (BigDecimal.valueOf(read.foreignMillivolt(), 3).compareTo(foreignVolt) > 0) {
            return new Judged(LineFinding.FOREIGN_VOLTAGE, null);
        }
        if (Math.min(read.earthA(), read.earthB()) < insulationKilohm) {
            return new Judged(LineFinding.GROUND, null);
        }
        if (read.loopOhm() < (long) loopKilohm * THOUSAND) {
            return new Judged(LineFinding.SHORT, null);
        }
        if (read.nanofarad() < terminalNanofarad) {
            return new Judged(
                    LineFinding.OPEN, Math.toIntExact((long) read.nanofarad() * THOUSAND / nanofaradPerKilometre));
        }
        return new Judged(read.noise() > noiseDecibel ? LineFinding.NOISE : LineFinding.OK, null);
    }
}
