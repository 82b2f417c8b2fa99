package org.redress.ground.party;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How customers want to be written to: whether they agree, for each way by itself, and in which language. What they said of a
 * way is never overwritten.
 */
@Component
public class Consents {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(JdbcClient jdbc, Trail trail, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** What this customer last said about each way; a way about which they said nothing is missing. */
    public Map<ReachPoint.Kind, Consent> of(Actor actor, CustomerId customer) {
        actor.require(Action.READ, "customer");
        return latest(actor, customer).stream().collect(Collectors.toMap(Consent::way, Function.identity()));
    }

    private List<Consent> latest(Actor actor, CustomerId customer) {
        return jdbc.sql("""
                        select distinct on (way) way, given, said, noted_by, noted_at from party.consent
                         where bureau = ? and customer = ? order by way, id desc
                        """)
                .params(actor.bureau().value(), customer.value())
                .query((row, n) -> new Consent(
                        ReachPoint.Kind.valueOf(row.getString(1)),
                        row.getBoolean(2),
                        row.getString(3),
                        new StaffId(row.getObject(4, UUID.class)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** In which language a customer is written to: the one that they asked for, else the house's. */
    public Locale language(Actor actor, CustomerId customer) {
        actor.require(Action.READ, "customer");
        return jdbc.sql("select language from party.customer where bureau = ? and id = ? and language is not null")
                .params(actor.bureau().value(), customer.value())
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag)
                .orElse(Words.CHINESE);
    }

    /**
     * Notes in which language a customer wants to be written to.
     *
     * @param language one of {@link Words#LANGUAGES}; else a {@link Problem} {@code consent.language}
     */
    @Transactional
    public void speak(Actor actor, CustomerId customer, Locale language) {
        actor.require(Action.WRITE, "customer");
        if (!Words.LANGUAGES.contains(language)) {
            throw Problem.invalid("consent.language", "language");
        }
        if (jdbc.sql("update party.customer set language = ? where bureau = ? and id = ?")
                        .params(language.toLanguageTag(), actor.bureau().value(), customer.value())
                        .update()
                == 0) {
            throw Problem.absent("customer.absent");
        }
        trail.record(
                actor,
                "customer.language",
                "customer",
                customer.value(),
                "{\"language\":\"" + language.toLanguageTag() + "\"}");
    }

    /**
     * Notes what a customer said.
     *
     * @param said how they said it; a {@link Problem} {@code consent.said} where it is missing or too long
     */
    @Transactional
    public void note(Actor actor, CustomerId customer, ReachPoint.Kind way, boolean given, String said) {
        actor.require(Action.WRITE, "customer");
        String words = said.strip();
        if (words.isEmpty() || words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("consent.said", "said", LONGEST);
        }
        if (jdbc.sql("select 1 from party.customer where bureau = ? and id = ? for update")
                .params(actor.bureau().value(), customer.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Problem.absent("customer.absent");
        }
        jdbc.sql("""
                        insert into party.consent (bureau, id, customer, way, given, said, noted_by, noted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        actor.bureau().value(),
                        Ids.next(),
                        customer.value(),
                        way.name(),
                        given,
                        words,
                        actor.staff().value(),
                        Timestamp.from(clock.instant()))
                .update();
        trail.record(
                actor,
                "customer.consent",
                "customer",
                customer.value(),
                "{\"way\":\"" + way + "\",\"given\":" + given + "}");
        if (!given) {
            events.publishEvent(new ConsentDeclined(actor.bureau(), customer, way));
        }
    }
}
