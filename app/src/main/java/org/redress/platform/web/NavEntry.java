package org.redress.platform.web;

/**
 * A floor in the rail. A module with pages contributes one as a bean.
 *
 * @param order position, lowest first
 * @param name the floor; its text is {@code nav.NAME}
 * @param href where it leads
 * @param icon name of its icon in {@code icons.svg}
 */
public record NavEntry(int order, String name, String href, String icon) {}
