package org.redress.desk.procedure;

/**
 * What somebody says of the step before theirs; whether it was in time its clock says.
 *
 * @param why in their words; may be empty where nothing is refused
 */
public record Assessment(boolean complete, boolean correct, String why) {

    public static final Assessment GOOD = new Assessment(true, true, "");
}
