/** What upheld complaints lead to: hot matters, cards with the right to be heard, the weekly review; and support for staff. */
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
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "desk.contact",
            "desk.recovery",
            "desk.ticket"
        })
package org.redress.improve.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
