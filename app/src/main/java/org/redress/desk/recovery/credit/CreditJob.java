package org.redress.desk.recovery.credit;

import org.redress.platform.jobs.JobKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs in the background; taken up again where a killed process left them. */
@Configuration(proxyBeanMethods = false)
class CreditJob {

    @Bean
    JobKind creditRuns(ObjectProvider<CreditWork> work) {
        return new JobKind(CreditWork.JOB, argument -> work.getObject().run(argument));
    }
}
