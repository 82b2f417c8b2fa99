package org.redress.ground.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hours of one day, as minutes from midnight: any number of spells in order, none touching the one before. Written
 * {@code 08:30-12:00 13:30-17:30}; the empty text is a day off; {@code 24:00} is the end of the day.
 */
record Hours(List<Spell> spells) {

    static final int DAY = 24 * 60;
    private static final Pattern SPELL = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");
    static final Hours OFF = new Hours(List.of());

    /** From a minute of the day up to and without another. */
    record Spell(int from, int until) {
        Spell {
            if (from < 0 || until > DAY || from >= until) {
                throw new IllegalArgumentException("no spell of a day: " + from + " to " + until);
            }
        }
    }

    Hours {
        spells = List.copyOf(spells);
        for (int i = 1; i < spells.size(); i++) {
            if (spells.get(i).from() <= spells.get(i - 1).until()) {
                throw new IllegalArgumentException("spells out of order: " + spells);
            }
        }
    }

    static Hours parse(String text) {
        List<Spell> spells = new ArrayList<>();
        Matcher matcher = SPELL.matcher("");
        for (String spell : text.isBlank() ? new String[0] : text.strip().split(" +", -1)) {
            if (!matcher.reset(spell).matches()) {
                throw new IllegalArgumentException("no hours: " + text);
            }
            spells.add(new Spell(minute(matcher, 1), minute(matcher, 3)));
        }
        return new Hours(spells);
    }

    private static int minute(Matcher spell, int group) {
        return Integer.parseInt(spell.group(group)) * 60 + Integer.parseInt(spell.group(group + 1));
    }

    boolean off() {
        return spells.isEmpty();
    }

    /** As {@link #parse} reads it. */
    String text() {
        return spells.stream()
                .map(s -> clock(s.from()) + "-" + clock(s.until()))
                .collect(Collectors.joining(" "));
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
