package org.redress.platform.web;

/**
 * A floor in the rail. A module with pages contributes one as a bean.
 *
 * @param order position, lowest first
 * @param name the floor; its text is {@code nav.NAME}
 * @param href where it leads
 * @param icon name of its icon in {@code icons.svg}
 * @param waiting how many things wait there for whoever looks; 0 shows nothing
 */
public record NavEntry(int order, String name, String href, String icon, int waiting) {

    public NavEntry(int order, String name, String href, String icon) {
        this(order, name, href, icon, 0);
    }

    NavEntry waiting(int count) {
        return new NavEntry(order, name, href, icon, count);
    }

    /** What is shown beside it: nothing for none, at most two figures. */
    public String figure() {
        return waiting == 0 ? "" : waiting > 99 ? "99+" : Integer.toString(waiting);
    }
}
