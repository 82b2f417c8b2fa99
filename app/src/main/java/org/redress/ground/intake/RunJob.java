package org.redress.ground.intake;

import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.BureauId;
import org.redress.platform.jobs.JobKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs in the background; taken up again where a killed process left them. */
@Configuration(proxyBeanMethods = false)
class RunJob {

    @Bean
    JobKind intakeRuns(Runner runner, RunStore runs, Actors actors) {
        return new JobKind(IntakeRuns.JOB, argument -> {
            String[] parts = argument.split(" ");
            BureauId bureau = new BureauId(Integer.parseInt(parts[0]));
            RunId run = new RunId(UUID.fromString(parts[1]));
            Actor starter = actors.of(bureau, runs.starter(bureau, run));
            runner.work(starter, run, done -> {});
        });
    }
}
