/** Messages out to customers and staff with their wording, quiet hours and tries; mail in from a mailbox. */
@NullMarked
@ApplicationModule(
        displayName = "ground.notification",
        allowedDependencies = {
            "ground.identity",
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.print",
            "platform.text",
            "platform.web"
        })
package org.redress.ground.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
