package org.redress.platform.web;

/** Knows how much waits on a floor for somebody who is signed in; asked for every page, so it must be quick. A bean. */
public interface NavCount {

    /** The name of the {@link NavEntry}. */
    String floor();

    /** How many things wait for this person; counted to a hundred at most. */
    int waiting(Viewer viewer);
}
