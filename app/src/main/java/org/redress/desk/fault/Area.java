package org.redress.desk.fault;

/** Where a line lies, by which the law sets the limit of its repair. Text by key {@code fault.area.NAME}. */
public enum Area {
    URBAN,
    RURAL
}
