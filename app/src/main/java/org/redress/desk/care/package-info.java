/** Caring for customers between their matters: what they want us to mind, and the stations at which panels of them report. */
@NullMarked
@ApplicationModule(
        displayName = "desk.care",
        allowedDependencies = {
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web",
            "ground.commitment",
            "ground.identity",
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "desk.contact",
            "desk.ticket"
        })
package org.redress.desk.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
