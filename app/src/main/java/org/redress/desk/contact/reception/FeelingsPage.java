package org.redress.desk.contact.reception;

import java.util.List;
import org.redress.desk.contact.Feelings;

/**
 * How customers came back after answers, by the post of who had answered.
 *
 * @param minimum fewer than so many say nothing
 * @param days that are looked back on
 */
public record FeelingsPage(List<Feelings.AfterAnswers> posts, int minimum, int days) {

    /** A share in percent. */
    public static double percent(int part, Feelings.AfterAnswers of) {
        return 100.0 * part / of.all();
    }
}
