package org.redress.desk.recovery.suggestion;

import java.time.Duration;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.platform.jobs.JobKind;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns every few hours where enough was chosen, and when somebody asks for it. What goes wrong in one bureau stays there. */
@Configuration(proxyBeanMethods = false)
class LearningJob {

    static final String ASKED = "suggestion.learn";

    private static final Logger log = LoggerFactory.getLogger(LearningJob.class);

    @Bean
    RecurringJob learnSuggestions(SuggestionLearning learning, Bureaus bureaus) {
        return new RecurringJob(
                "suggestion.due",
                Duration.ofHours(3),
                () -> bureaus.list().forEach(one -> due(learning, bureaus, one)));
    }

    private static void due(SuggestionLearning learning, Bureaus bureaus, Bureau bureau) {
        try {
            learning.learnIfDue(bureaus.command(bureau));
        } catch (RuntimeException e) {
            log.error("nothing can be learned in bureau {}", bureau.id().value(), e);
        }
    }

    /** The argument is the bureau's number and the person who asked. */
    @Bean
    JobKind learnWhenAsked(SuggestionLearning learning, Actors actors) {
        return new JobKind(ASKED, argument -> {
            String[] parts = argument.split(" ", 2);
            learning.learn(actors.of(
                    new BureauId(Integer.parseInt(parts[0])), new StaffId(java.util.UUID.fromString(parts[1]))));
        });
    }

    static String argument(Actor actor) {
        return actor.bureau().value() + " " + actor.staff().value();
    }
}
