package org.redress.improve.insight.effect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactRecorded;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.followup.RecoveryAnswered;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.Segment;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others tell, as the outbox would deliver it. */
@Component
public class SomeEffects {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EffectFacts facts;
    private final Reckoner reckoner;
    private final Bureaus bureaus;

    SomeEffects(EffectFacts facts, Reckoner reckoner, Bureaus bureaus) {
        this.facts = facts;
        this.reckoner = reckoner;
        this.bureaus = bureaus;
    }

    public void reckon(Actor of) {
        reckoner.reckon(bureaus.get(of.bureau()));
    }

    void tell(Actor of, String topic, Object payload) {
        facts.receive(new OutboxMessage(of.bureau().value(), 1, topic, JSON.writeValueAsString(payload)));
    }

    /** A customer who pays so much a month, since and until a day. */
    static StandingChanged.One customer(
            UUID id, int version, String monthly, LocalDate since, @Nullable LocalDate left) {
        return customer(id, version, monthly, since, left, null);
    }

    static StandingChanged.One customer(
            UUID id, int version, String monthly, LocalDate since, @Nullable LocalDate left, @Nullable Instant at) {
        return new StandingChanged.One(
                id, version, Segment.RESIDENTIAL, new BigDecimal(monthly), "CNY", since, left, at);
    }

    void customers(Actor of, List<StandingChanged.One> all) {
        for (int from = 0; from < all.size(); from += 500) {
            tell(
                    of,
                    StandingChanged.TOPIC,
                    new StandingChanged(new ArrayList<>(all.subList(from, Math.min(from + 500, all.size())))));
        }
    }

    static TicketChanged.Fact failure(
            Actor of, UUID ticket, int version, String state, UUID customer, LocalDate on, @Nullable String type) {
        return failure(of, ticket, version, state, customer, on, on, type);
    }

    /** One that was closed on a day, an hour after noon. */
    static TicketChanged.Fact failure(
            Actor of,
            UUID ticket,
            int version,
            String state,
            UUID customer,
            LocalDate on,
            LocalDate closed,
            @Nullable String type) {
        Instant received = noon(of, on);
        return new TicketChanged.Fact(
                ticket,
                number(Math.floorMod(ticket.getLeastSignificantBits(), 1_000_000_000L)),
                version,
                TicketKind.FAULT,
                state,
                Channel.HOT_LINE,
                null,
                of.unit().value(),
                type,
                null,
                customer,
                received,
                null,
                state.equals("closed") ? noon(of, closed).plusSeconds(3600) : null,
                false,
                null,
                null);
    }

    static Instant noon(Actor of, LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(of.zone()).toInstant();
    }

    private static long number(long serial) {
        try {
            return Long.parseLong(serial + VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(Long.toString(serial)));
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    void failures(Actor of, List<TicketChanged.Fact> all) {
        for (int from = 0; from < all.size(); from += 500) {
            tell(
                    of,
                    TicketChanged.TOPIC,
                    new TicketChanged(new ArrayList<>(all.subList(from, Math.min(from + 500, all.size())))));
        }
    }

    /** A closed failure of a customer on a day. */
    UUID failed(Actor of, UUID customer, LocalDate on) {
        return failed(of, customer, on, on);
    }

    UUID failed(Actor of, UUID customer, LocalDate on, LocalDate closed) {
        UUID ticket = Ids.next();
        failures(of, List.of(failure(of, ticket, 1, "closed", customer, on, closed, "no-service")));
        return ticket;
    }

    UUID give(Actor of, UUID ticket, String kind, @Nullable String amount) {
        return give(of, ticket, kind, amount, null);
    }

    UUID give(Actor of, UUID ticket, String kind, @Nullable String amount, @Nullable Instant at) {
        UUID remedy = Ids.next();
        tell(
                of,
                RemedyGiven.TOPIC,
                new RemedyGiven(
                        remedy,
                        ticket,
                        kind,
                        amount == null ? null : new BigDecimal(amount),
                        amount == null ? null : "CNY",
                        null,
                        at,
                        null));
        return remedy;
    }

    void giveByRun(Actor of, UUID ticket, String kind, String amount, Instant at) {
        tell(
                of,
                RemedyGiven.TOPIC,
                new RemedyGiven(Ids.next(), ticket, kind, new BigDecimal(amount), "CNY", null, at, Ids.next()));
    }

    void takeBack(Actor of, UUID ticket, UUID remedy, String kind, Instant at) {
        tell(of, RemedyGiven.TOPIC, new RemedyGiven(Ids.next(), ticket, kind, null, null, remedy, at, null));
    }

    void answer(Actor of, @Nullable UUID ticket, UUID customer, int recovery, int service, Instant at) {
        tell(
                of,
                RecoveryAnswered.TOPIC,
                new RecoveryAnswered(
                        Ids.next(),
                        ticket,
                        null,
                        customer,
                        0,
                        new Marks(ticket == null ? null : (Integer) recovery, service, null, null, null, null),
                        false,
                        at));
    }

    void answer(Actor of, UUID ticket, UUID customer, Marks marks) {
        tell(
                of,
                RecoveryAnswered.TOPIC,
                new RecoveryAnswered(
                        Ids.next(), ticket, null, customer, 0, marks, false, Instant.parse("2026-01-01T00:00:00Z")));
    }

    void mood(Actor of, UUID ticket, UUID customer, String mood, Instant at) {
        tell(
                of,
                ContactRecorded.TOPIC,
                new ContactRecorded(
                        Ids.next(),
                        1,
                        "HOT_LINE",
                        mood,
                        "TICKET",
                        customer,
                        ticket,
                        of.staff().value(),
                        of.unit().value(),
                        at,
                        null));
    }
}
