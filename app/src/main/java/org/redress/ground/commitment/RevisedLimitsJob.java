package org.redress.ground.commitment;

import org.redress.platform.jobs.JobKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs in the background; taken up again where a killed process left it: what has the new limit is not found any more. */
@Configuration(proxyBeanMethods = false)
class RevisedLimitsJob {

    @Bean
    JobKind revisedLimits(ObjectProvider<RevisedLimits> limits) {
        return new JobKind(RevisedLimits.JOB, argument -> limits.getObject().run(argument));
    }
}
