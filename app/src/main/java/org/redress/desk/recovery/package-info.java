/** What kind of failure it was, what was given to put it right, and whether it has happened to this customer before. */
@NullMarked
@ApplicationModule(
        displayName = "desk.recovery",
        allowedDependencies = {
            "desk.contact",
            "desk.ticket",
            "ground.commitment",
            "ground.identity",
            "ground.notification",
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web"
        })
package org.redress.desk.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
