package org.redress.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The words of a file of the demonstration by what they are for, each line of it a name and, after a tab, a text. */
record DemoLines(Map<String, List<String>> texts) {

    static DemoLines of(String file) {
        return new DemoLines(DemoFiles.lines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .collect(Collectors.groupingBy(
                        part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList()))));
    }

    /** The words for something, one after the other in turn. */
    String turn(String what, int number) {
        List<String> all = Objects.requireNonNull(texts.get(what), what);
        return all.get(number % all.size());
    }
}
