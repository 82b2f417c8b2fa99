/** What upheld complaints lead to: hot matters, cards with the right to be heard, and the weekly review. */
@NullMarked
@ApplicationModule(
        displayName = "improve.quality",
        allowedDependencies = {
            "platform.database",
            "platform.jobs",
            "platform.print",
            "platform.text",
            "platform.web",
            "ground.commitment",
            "ground.identity",
            "ground.notification",
            "ground.rulebook",
            "ground.trail",
            "desk.recovery",
            "desk.ticket"
        })
package org.redress.improve.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
