/** The way of a ticket through the departments: one has it at a time, within a limit, and the next one says how it was done. */
@NullMarked
@ApplicationModule(
        displayName = "desk.procedure",
        allowedDependencies = {
            "desk.recovery",
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
package org.redress.desk.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
