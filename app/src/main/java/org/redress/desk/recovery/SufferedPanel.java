package org.redress.desk.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** What a customer has suffered before and was given for it, in their file. */
@Component
class SufferedPanel implements CustomerPanel {

    private static final int ORDER = 10;

    private final Remedies remedies;
    private final FailureTypes failureTypes;
    private final Rulebook rulebook;
    private final Clock clock;

    SufferedPanel(Remedies remedies, FailureTypes failureTypes, Rulebook rulebook, Clock clock) {
        this.remedies = remedies;
        this.failureTypes = failureTypes;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, List<TicketCard> tickets) {
        return Optional.of(view(actor, "recovery/suffered.jte", suffered(actor, tickets)));
    }

    /** What stands above everything else. */
    Optional<View> first(Actor actor, List<TicketCard> tickets) {
        Suffered suffered = suffered(actor, tickets);
        return suffered.failures().isEmpty()
                ? Optional.empty()
                : Optional.of(view(actor, "recovery/suffered-above.jte", suffered));
    }

    private static View view(Actor actor, String template, Suffered suffered) {
        return new View(template, Map.of("suffered", suffered, "zone", actor.zone()));
    }

    private Suffered suffered(Actor actor, List<TicketCard> tickets) {
        Instant now = clock.instant();
        int days = rulebook.days(actor.bureau(), RepeatedFailures.WINDOW, LocalDate.ofInstant(now, actor.zone()));
        Instant since = now.minus(Duration.ofDays(days));
        List<TicketCard> failed = tickets.stream()
                .filter(ticket ->
                        RepeatedFailures.failed(ticket) && !ticket.receivedAt().isBefore(since))
                .toList();
        List<Suffered.Failure> failures = RepeatedFailures.matters(failed).stream()
                .map(ticket -> new Suffered.Failure(ticket, RepeatedFailures.type(ticket)))
                .toList();
        Set<String> types = new HashSet<>();
        Lineage lineage = failureTypes.taxonomy(actor.bureau()).lineage();
        boolean repeated = failures.stream().anyMatch(failure -> !types.addAll(lineage.family(failure.type())));
        List<Suffered.Given> given = given(actor, tickets);
        return new Suffered(
                failures,
                repeated,
                days,
                given,
                Remedies.total(given.stream().map(Suffered.Given::remedy).toList(), remedies.currency(actor)));
    }

    private List<Suffered.Given> given(Actor actor, List<TicketCard> tickets) {
        Map<TicketId, TicketCard> byId =
                tickets.stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
        return remedies.of(actor, byId.keySet()).values().stream()
                .flatMap(List::stream)
                .filter(Remedy::stands)
                .sorted(Comparator.comparing(Remedy::givenAt).reversed())
                .flatMap(remedy ->
                        Stream.ofNullable(byId.get(remedy.ticket())).map(ticket -> new Suffered.Given(remedy, ticket)))
                .toList();
    }
}
