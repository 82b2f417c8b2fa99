package org.redress.desk.care.station;

import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what they reported to stations, to which they report no longer. */
@Component
class StationRedaction implements Redactable {

    private static final Table ATTEMPT = new Table("care.attempt", "report", List.of("seq"), List.of("words"));

    private static final List<Table> OF_CUSTOMER = List.of(
            new Table("care.member", "customer", List.of("id"), List.of("agreed", "why")),
            new Table("care.report", "customer", List.of("id"), List.of("words", "why")));

    private final StationPanels panels;
    private final StationReportRows reports;
    private final CoveredTexts texts;

    StationRedaction(StationPanels panels, StationReportRows reports, CoveredTexts texts) {
        this.panels = panels;
        this.reports = reports;
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        panels.forget(actor, customer);
        List<UUID> owed = reports.ofCustomer(actor.bureau(), customer);
        return texts.cover(actor.bureau(), ATTEMPT, owed, words)
                + OF_CUSTOMER.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, List.of(customer.value()), words))
                        .sum();
    }
}
