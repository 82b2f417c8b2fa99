package org.redress.desk.recovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The taxonomy that a new bureau begins with, from {@code recovery/failure-types.txt}: an indented list of codes. */
final class StandardTaxonomy {

    private static final String FILE = "/recovery/failure-types.txt";

    private StandardTaxonomy() {}

    /** All types, each after the one above it. */
    static List<FailureType> types() {
        List<FailureType> types = new ArrayList<>();
        Deque<String> above = new ArrayDeque<>();
        for (String line : Lines.of(FILE)) {
            int depth = line.indexOf(line.strip()) / 2 + 1;
            while (above.size() >= depth) {
                above.pop();
            }
            types.add(new FailureType(line.strip(), above.peek(), depth));
            above.push(line.strip());
        }
        return List.copyOf(types);
    }
}
