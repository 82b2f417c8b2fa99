package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.Line;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditShare;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.recovery.reaction.ReactionState;
import org.redress.desk.recovery.reaction.ReactionStep;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.party.CustomerId;
import org.redress.improve.insight.effect.LeagueLine;
import org.redress.improve.insight.effect.RecoveryEffects;
import org.redress.improve.insight.effect.SomeEffects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others know of a run of credits. */
@Component
class KnownCredits {

    private final CreditFiles files;
    private final Remedies remedies;
    private final Reactions reactions;
    private final SomeEffects figures;
    private final RecoveryEffects effects;
    private final JdbcClient jdbc;

    KnownCredits(
            CreditFiles files,
            Remedies remedies,
            Reactions reactions,
            SomeEffects figures,
            RecoveryEffects effects,
            JdbcClient jdbc) {
        this.files = files;
        this.remedies = remedies;
        this.reactions = reactions;
        this.figures = figures;
        this.effects = effects;
        this.jdbc = jdbc;
    }

    /** Who called has it on the ticket, to the cent and once, and the ring is met by it. */
    void everywhere(Town town, CreditRunId id, List<Fault> reported) {
        List<Remedy> given = given(town, id, reported);
        assertThat(given).allMatch(Remedy::stands).map(Remedy::ticket).containsAll(tickets(reported));
        assertThat(Remedies.total(given, HitTown.YUAN)).isEqualTo(theirs(town, id, reported));
        assertThat(reported)
                .allMatch(fault -> reactions.of(town.agent(), fault.ticket()).stream()
                        .anyMatch(step -> step.step() == ReactionStep.SYMBOLIC && step.state() == ReactionState.MET));
    }

    private Money theirs(Town town, CreditRunId id, List<Fault> reported) {
        Set<CustomerId> callers = town.lines().stream()
                .filter(line -> reported.stream().anyMatch(fault -> fault.line().equals(line.id())))
                .map(Line::customer)
                .collect(Collectors.toSet());
        CreditRun run = files.find(town.head(), id).orElseThrow();
        return files.shares(town.head(), run, null, town.lines().size()).stream()
                .filter(share -> callers.contains(share.customer()))
                .map(CreditShare::total)
                .reduce(Money.zero(HitTown.YUAN), Money::plus);
    }

    /** So many closed cases had it. */
    void inTheLeague(Town town, int cases) {
        figures.reckon(town.command());
        assertThat(effects.league(town.head()))
                .filteredOn(line -> line.kind().equals(RemedyKind.BILL_CREDIT.code()))
                .singleElement()
                .returns((long) cases, LeagueLine::used);
    }

    /** What a run gave on the tickets of these faults, taken back or not. */
    List<Remedy> given(Town town, CreditRunId run, List<Fault> reported) {
        return remedies.of(town.agent(), tickets(reported)).values().stream()
                .flatMap(List::stream)
                .filter(one -> Objects.equals(one.run(), run.value()))
                .toList();
    }

    /** How many have had a failure because an outage hit them. */
    long hit(Town town) {
        return jdbc.sql("select count(*) from insight.effect_hit where bureau = ?")
                .param(town.command().bureau().value())
                .query(Long.class)
                .single();
    }

    private static List<TicketId> tickets(List<Fault> reported) {
        return reported.stream().map(Fault::ticket).toList();
    }
}
