/** Calendars, time limits and the clocks that run by them. */
@NullMarked
@ApplicationModule(
        displayName = "ground.commitment",
        allowedDependencies = {
            "platform.text",
            "platform.web",
            "platform.database",
            "platform.jobs",
            "ground.identity",
            "ground.notification",
            "ground.party",
            "ground.trail",
            "ground.rulebook"
        })
package org.redress.ground.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
