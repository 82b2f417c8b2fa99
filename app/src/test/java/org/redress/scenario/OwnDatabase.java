package org.redress.scenario;

import org.redress.support.TestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database for a scenario; jobs run where the scenario lets them. */
final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "redress.db=" + TestDatabase.freshDatabase(),
                        "redress.data=" + TestDatabase.files(),
                        "redress.jobs=false")
                .applyTo(context);
    }
}
