package org.redress.ground.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name under which a file is kept: the last part of whatever path was sent, without characters that no screen shows or
 * that turn the direction of writing, with {@code _} for those that no disk takes, without dots and spaces at its ends, at
 * most {@value #LONGEST} characters with its ending kept. What nothing is left of is called {@code file}.
 */
record FileName(String stem, String ending) {

    static final int LONGEST = 120;

    /** Longer names are cut before anything else is done with them. */
    private static final int READ = 2000;

    private static final int LONGEST_ENDING = 10;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern NO_DISK = Pattern.compile("[<>:\"|?*]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern ENDS = Pattern.compile("^[. ]+|[. ]+$");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern PORT = Pattern.compile("(?:com|lpt)[0-9]");

    static FileName of(String given) {
        String end = given.length() > READ ? given.substring(given.length() - READ) : given;
        String last = end.substring(Math.max(end.lastIndexOf('/'), end.lastIndexOf('\\')) + 1);
        String shown =
                UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String name = SPACES.matcher(NO_DISK.matcher(shown).replaceAll("_")).replaceAll(" ");
        String kept = ENDS.matcher(name).replaceAll("");
        int dot = kept.lastIndexOf('.');
        boolean ends = dot > 0 && kept.length() - dot - 1 <= LONGEST_ENDING;
        String stem = ends ? kept.substring(0, dot) : kept;
        String ending = ends ? kept.substring(dot + 1) : "";
        return new FileName(stem(stem, LONGEST - ending.length() - 1), ending);
    }

    private static String stem(String whole, int longest) {
        int length = whole.codePointCount(0, whole.length());
        String cut = length <= longest ? whole : whole.substring(0, whole.offsetByCodePoints(0, longest));
        String tidy = ENDS.matcher(cut).replaceAll("");
        String low = tidy.toLowerCase(Locale.ROOT);
        if (DEVICES.contains(low) || PORT.matcher(low).matches()) {
            return "_" + tidy;
        }
        return tidy.isEmpty() ? "file" : tidy;
    }

    String lowEnding() {
        return ending.toLowerCase(Locale.ROOT);
    }

    /** The whole name; without an ending of its own it gets that of the type. */
    String of(FileType type) {
        return stem + "." + (ending.isEmpty() ? type.ending() : ending);
    }

    @Override
    public String toString() {
        return ending.isEmpty() ? stem : stem + "." + ending;
    }
}
