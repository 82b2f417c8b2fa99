package org.redress.improve.insight;

import org.redress.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ring, and the floor that learns, in the rail. */
@Configuration(proxyBeanMethods = false)
class InsightNav {

    @Bean
    NavEntry ringEntry() {
        return new NavEntry(10, "ring", "/", "refresh");
    }

    @Bean
    NavEntry improveEntry() {
        return new NavEntry(50, "improve", "/causes", "trending-up");
    }
}
