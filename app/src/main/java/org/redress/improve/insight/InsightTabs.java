package org.redress.improve.insight;

import java.util.List;

/** The pages of the floor that learns, in groups, so that their tabs fit one line. */
public final class InsightTabs {

    /** A page and its address. Text by key {@code insight.page.NAME}. */
    public record Page(String name, String path) {}

    /** Pages that belong together. Text by key {@code insight.group.NAME}. */
    public record Group(String name, List<Page> pages) {

        /** Where the group begins. */
        public String path() {
            return pages.getFirst().path();
        }
    }

    public static final List<Group> GROUPS = List.of(
            new Group(
                    "causes",
                    List.of(
                            new Page("board", "/causes"),
                            new Page("hot", "/hot"),
                            new Page("tree", "/causes/tree"),
                            new Page("base", "/customer-base"))),
            new Group("prevention", List.of(new Page("actions", "/actions"), new Page("robust", "/robust"))),
            new Group("measure", List.of(new Page("effect", "/effect"), new Page("league", "/effect/league"))),
            new Group("learn", List.of(new Page("cases", "/cases"), new Page("clusters", "/clusters"))),
            new Group("people", List.of(new Page("cards", "/cards"), new Page("reviews", "/reviews"))));

    private InsightTabs() {}

    /** The group of a page. */
    public static Group of(String page) {
        return GROUPS.stream()
                .filter(group ->
                        group.pages().stream().anyMatch(one -> one.name().equals(page)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(page));
    }
}
