package org.redress.improve.quality.support;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;

/**
 * When a contact is hard, and when hard contacts bring relief.
 *
 * @param mood a contact is hard from this mood on, 1 the best
 * @param longest a contact that takes longer is hard
 * @param gravest one contact from this mood on is enough, and so is abuse
 * @param enough so many hard contacts within the window are
 */
record HardContactPolicy(int mood, Duration longest, int gravest, int enough) {

    /** Place of a mood from 1, pleased, to 6, furious; 0 where nobody saw it. */
    static int place(Mood mood) {
        return Mood.SEEN.indexOf(mood) + 1;
    }

    /** Why it was hard; empty where it was not. */
    Set<Hardness> of(Mood seen, @Nullable Duration took, boolean abused) {
        Set<Hardness> why = EnumSet.noneOf(Hardness.class);
        if (place(seen) >= mood) {
            why.add(Hardness.MOOD);
        }
        if (took != null && took.compareTo(longest) > 0) {
            why.add(Hardness.LENGTH);
        }
        if (abused) {
            why.add(Hardness.ABUSE);
        }
        return why;
    }

    /** Whether these hard contacts, none of which has brought relief before, bring it. */
    boolean relieves(List<ContactFact> hard) {
        return hard.size() >= enough
                || hard.stream().anyMatch(one -> one.hard().contains(Hardness.ABUSE) || place(one.mood()) >= gravest);
    }
}
