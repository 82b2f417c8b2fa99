package org.redress.desk.recovery.suggestion;

/** The statements whose plans are looked at. */
public final class SuggestionStatements {

    private SuggestionStatements() {}

    public static String pairs() {
        return ChoiceRows.PAIRS;
    }
}
