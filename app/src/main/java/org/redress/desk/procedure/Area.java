package org.redress.desk.procedure;

/** Where the customer lives, as far as a procedure differs by it. Text by key {@code procedure.area.NAME}. */
public enum Area {
    CITY,
    RURAL
}
