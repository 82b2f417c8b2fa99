/** Causes of failures, what is done against them, whether it helped, and the ring that shows the whole loop. */
@NullMarked
@ApplicationModule(
        displayName = "improve.insight",
        allowedDependencies = {
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web",
            "ground.identity",
            "ground.notification",
            "ground.trail",
            "ground.party",
            "ground.commitment",
            "ground.rulebook",
            "desk.contact",
            "desk.procedure",
            "desk.recovery",
            "desk.recovery::followup",
            "desk.ticket"
        })
package org.redress.improve.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
