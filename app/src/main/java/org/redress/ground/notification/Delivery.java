package org.redress.ground.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.notification.DueRows.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what is due, one message after the other. No transaction is open while a gateway works. A process that dies
 * between handing over and writing it down hands over once more when the lease ends: at least once, with the message's id
 * for the gateway to tell.
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** Longer than any gateway may take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** A gateway that cannot be reached so often in a row is left alone until the next run. */
    private static final int ENOUGH_FAILURES = 3;

    private final DueRows due;
    private final AttemptRows attempts;
    private final TemplateRows templates;
    private final QuietHours quiet;
    private final Map<MessageChannel, Gateway> gateways;
    private final Handover handover;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            DueRows due,
            AttemptRows attempts,
            TemplateRows templates,
            QuietHours quiet,
            List<Gateway> gateways,
            Handover handover,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.due = due;
        this.attempts = attempts;
        this.templates = templates;
        this.quiet = quiet;
        this.gateways = gateways.stream().collect(Collectors.toMap(Gateway::channel, Function.identity()));
        this.handover = handover;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Everything that is due on a channel; returns how many got through. */
    int run(List<Bureau> bureaus, MessageChannel channel) {
        int sent = 0;
        int failures = 0;
        for (Bureau bureau : bureaus) {
            while (failures < ENOUGH_FAILURES) {
                Instant now = clock.instant();
                Optional<Due> next = due.claim(bureau.id(), channel, now, now.plus(LEASE));
                if (next.isEmpty()) {
                    break;
                }
                switch (deliver(bureau, next.get(), now)) {
                    case SENT -> {
                        sent++;
                        failures = 0;
                    }
                    case UNREACHABLE -> failures++;
                    case SETTLED -> {}
                }
            }
        }
        return sent;
    }

    private enum Outcome {
        SENT,
        UNREACHABLE,
        SETTLED
    }

    private Outcome deliver(Bureau bureau, Due message, Instant now) {
        Optional<Instant> end = message.urgent()
                ? Optional.empty()
                : quiet.end(bureau, message.template().channel(), now);
        if (end.isPresent()) {
            due.hold(message, end.get());
            return Outcome.SETTLED;
        }
        try {
            return carry(message, words(message));
        } catch (DeliveryFailure wordless) {
            transaction.executeWithoutResult(status -> due.dead(message, wordless));
            return Outcome.SETTLED;
        }
    }

    /** The words of the first try serve every later one. */
    private Wording words(Due message) {
        if (message.wording() != null) {
            return message.wording();
        }
        Template template = templates
                .newest(message.bureau(), message.template())
                .orElseThrow(() -> new DeliveryFailure(
                        DeliveryFault.TEMPLATE_ABSENT, message.template().path()));
        Wording words = new Wording(
                TemplateText.fill(template.title(), message.parameters()),
                TemplateText.fill(template.body(), message.parameters()));
        due.word(message, template.version(), words);
        return words;
    }

    private Outcome carry(Due message, Wording words) {
        Gateway gateway = gateways.get(message.template().channel());
        if (gateway == null) {
            throw new IllegalStateException(
                    "no gateway for " + message.template().channel());
        }
        int number = attempts.begin(message.bureau(), message.id(), gateway.name(), clock.instant());
        try {
            String receipt = gateway.carry(handover.of(message, words));
            transaction.executeWithoutResult(status -> {
                attempts.end(message.bureau(), message.id(), number, clock.instant(), receipt, null);
                due.sent(message, clock.instant());
            });
            return Outcome.SENT;
        } catch (DeliveryFailure failure) {
            return failed(message, number, failure);
        } catch (RuntimeException bug) {
            log.error("message {} was not delivered by {}", message.id().value(), gateway.name(), bug);
            return failed(
                    message,
                    number,
                    new DeliveryFailure(DeliveryFault.UNFORESEEN, bug.getClass().getSimpleName(), bug));
        }
    }

    private Outcome failed(Due message, int number, DeliveryFailure failure) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            attempts.end(message.bureau(), message.id(), number, now, null, failure);
            Optional<Duration> pause =
                    failure.fault().lasting() ? Optional.empty() : Backoff.after(message.tries() + 1);
            pause.ifPresentOrElse(
                    wait -> due.later(message, now.plus(wait), failure), () -> due.dead(message, failure));
        });
        return failure.fault().lasting() ? Outcome.SETTLED : Outcome.UNREACHABLE;
    }
}
