package org.redress.desk.recovery.taxonomy;

import java.util.Collection;
import java.util.List;
import org.redress.desk.recovery.FailureType;
import org.redress.desk.recovery.Taxonomy;
import org.redress.platform.text.SearchText;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

/** What a type may be called: something, in both languages, that nothing else in force is called. */
final class NamePolicy {

    private static final int LONGEST_REASON = 500;

    static String reason(String why) {
        String reason = why.strip();
        if (reason.isEmpty()) {
            throw Problem.invalid("taxonomy.why.missing", "why");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("taxonomy.why.long", "why", LONGEST_REASON);
        }
        return reason;
    }

    FailureType.OwnName check(Taxonomy taxonomy, NewType name, Collection<String> ending) {
        return check(taxonomy, name, ending, List.of());
    }

    /**
     * @param ending codes whose names become free
     * @param beside names that are given in the same change
     */
    FailureType.OwnName check(
            Taxonomy taxonomy, NewType name, Collection<String> ending, List<FailureType.OwnName> beside) {
        String zh = line(name.zh(), "zh");
        String en = line(name.en(), "en");
        for (FailureType type : taxonomy.types()) {
            if (type.lives() && !ending.contains(type.code())) {
                differ(zh, type.name(Words.of(Words.CHINESE)), "zh");
                differ(en, type.name(Words.of(Words.ENGLISH)), "en");
            }
        }
        for (FailureType.OwnName other : beside) {
            differ(zh, other.zh(), "zh");
            differ(en, other.en(), "en");
        }
        return new FailureType.OwnName(zh, en);
    }

    private static void differ(String name, String other, String field) {
        if (SearchText.plain(name).equals(SearchText.plain(other))) {
            throw Problem.invalid("taxonomy.name.taken", field, name);
        }
    }

    private static String line(String typed, String field) {
        String line = typed.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            throw Problem.invalid("taxonomy.name.missing", field);
        }
        if (line.length() > NewType.LONGEST) {
            throw Problem.invalid("taxonomy.name.long", field, NewType.LONGEST);
        }
        return line;
    }
}
