package org.redress.desk.recovery.severity;

import java.time.ZoneId;
import org.joda.money.Money;
import org.redress.platform.text.Words;

/** A severity as the ticket shows it. */
public record SeverityShown(Severity severity, ZoneId zone) {

    /** What an addend was reckoned from, in words. */
    public String fact(Words words, Addend addend) {
        if (addend.fact().isEmpty()) {
            return words.text("severity.unknown." + addend.what());
        }
        return switch (addend.what()) {
            case TYPE -> words.text("failure.group." + addend.fact());
            case HOURS -> words.text("severity.fact.HOURS", Long.parseLong(addend.fact()));
            case MONEY, VALUE -> words.money(Money.parse(addend.fact()));
            case SEGMENT -> words.text("severity.segment." + addend.fact());
            case MOOD -> words.text("contact.mood." + addend.fact());
            case REPEAT -> words.text("severity.fact.REPEAT", Long.parseLong(addend.fact()));
        };
    }

    /** Where the weight stands in the rulebook. */
    public String rule(Addend addend) {
        return "/rules/"
                + switch (addend.what()) {
                    case TYPE -> addend.fact().isEmpty() ? "severity.grade.NOTABLE" : "severity.type." + addend.fact();
                    case HOURS -> "severity.hours.day";
                    case MONEY -> "severity.money.each";
                    case SEGMENT -> "severity.segment.BUSINESS";
                    case VALUE -> "severity.value.each";
                    case MOOD -> "severity.mood.ANGRY";
                    case REPEAT -> "severity.repeat.each";
                };
    }
}
