package org.redress.ground.party;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the Chinese characters of a name are read, without tones: whole and by initials. ICU gives one reading for each
 * character, that of family names at the beginning of a name; a character read otherwise in a given name is found by the
 * reading that ICU gives.
 */
final class Pinyin {

    /** Reads the first character as a family name where it is one. */
    private static final Transliterator READ = Transliterator.getInstance("Han-Latin/Names");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ROUNDED = Pattern.compile("[\u00fc\u01d6\u01d8\u01da\u01dc]");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Pinyin() {}

    /** Every way in which the name is typed, e.g. {@code zhanglihua} and {@code zlh}; empty where it is not Chinese. */
    static Set<String> of(String name) {
        Set<String> typed = new LinkedHashSet<>();
        Matcher runs = HAN.matcher(name);
        while (runs.find()) {
            String read = Normalizer.normalize(READ.transliterate(runs.group()), Normalizer.Form.NFC)
                    .toLowerCase(Locale.ROOT);
            // The rounded u is typed as v, and by some as u.
            for (String rounded : new String[] {"v", "u"}) {
                String[] syllables = SPACE.split(
                        bare(ROUNDED.matcher(read).replaceAll(rounded)).strip());
                typed.add(String.join("", syllables));
                typed.add(Arrays.stream(syllables)
                        .filter(syllable -> !syllable.isEmpty())
                        .map(syllable -> syllable.substring(0, syllable.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining()));
            }
        }
        typed.remove("");
        return typed;
    }

    private static String bare(String marked) {
        return MARKS.matcher(Normalizer.normalize(marked, Normalizer.Form.NFD)).replaceAll("");
    }
}
