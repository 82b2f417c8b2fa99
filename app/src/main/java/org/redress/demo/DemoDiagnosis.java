package org.redress.demo;

import java.util.List;
import java.util.Map;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.suggestion.SuggestionLearning;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** The demonstration's failure types: two changes of the taxonomy, and what was learned from the old ledger. */
@Component
class DemoDiagnosis implements DemoPart {

    /** The type under which the old ledger kept what turned out to have a cause. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("line.splitter", "unstable-connection"),
            Map.entry("line.relapse", "repair-failed-again"),
            Map.entry("line.cable", "no-service"),
            Map.entry("line.coverage", "no-signal"),
            Map.entry("line.terminal", "television-fault"),
            Map.entry("billing.items", "billed-wrongly"),
            Map.entry("billing.roaming", "roaming-charges"),
            Map.entry("billing.valueadded", "charged-without-order"),
            Map.entry("billing.payment", "payment-lost"),
            Map.entry("process.install", "appointment-missed"),
            Map.entry("process.queue", "waiting-time"),
            Map.entry("process.documents", "wrong-information"),
            Map.entry("process.repairlate", "repair-late"),
            Map.entry("process.cancel", "cancellation-hindered"),
            Map.entry("people.manner", "rude-staff"),
            Map.entry("people.promise", "not-followed-up"),
            Map.entry("people.knowledge", "wrong-information"),
            Map.entry("information.marketing", "nuisance-calls"),
            Map.entry("information.misleading", "misleading-sales"),
            Map.entry("information.outage", "not-notified"),
            Map.entry("system.message", "messages-lost"),
            Map.entry("customer.misunderstood", "own-mistake"),
            Map.entry("beyond.works", "no-service"));

    private final TaxonomyVersions versions;
    private final SuggestionLearning learning;

    DemoDiagnosis(TaxonomyVersions versions, SuggestionLearning learning) {
        this.versions = versions;
        this.learning = learning;
    }

    /** As the ledger named it; empty where it named nothing. */
    static String typeOf(String cause) {
        String type = TYPES.get(cause);
        return type == null ? "" : FailureTypes.name(Words.of(Words.CHINESE), type);
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoSupport.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor officer = bureau.quality();
        versions.rename(officer, 1, "online-fault", new NewType("掌厅网厅故障", "App or web fault"), "和掌厅的叫法统一。");
        versions.split(
                officer,
                2,
                "waiting-time",
                List.of(
                        new NewType("营业厅排队久", "Long queue at the counter"),
                        new NewType("热线难打通", "Hot line hard to reach")),
                0,
                "两处的整改由不同部门负责，要分开看。");
        learning.learn(officer);
    }
}
