package org.redress.desk.care.station;

import java.util.UUID;
import org.redress.platform.text.Words;

/**
 * A question of a version.
 *
 * @param key the same from version to version while kind and wording are
 */
public record Question(int place, UUID key, QuestionKind kind, String zh, String en) {

    public String text(Words words) {
        return words.chinese() ? zh : en;
    }

    boolean sameAs(NewQuestion other) {
        return kind == other.kind() && zh.equals(other.zh()) && en.equals(other.en());
    }
}
