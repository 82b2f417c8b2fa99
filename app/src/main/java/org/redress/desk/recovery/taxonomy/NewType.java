package org.redress.desk.recovery.taxonomy;

/** What a type is to be called, in both languages; each 1 to {@value #LONGEST} characters. */
public record NewType(String zh, String en) {

    static final int LONGEST = 40;
}
