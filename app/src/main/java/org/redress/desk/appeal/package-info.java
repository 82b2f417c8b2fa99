/** What customers take to others: appeals to the regulator and dispatches of the city's hot line, with the statutory report. */
@NullMarked
@ApplicationModule(
        displayName = "desk.appeal",
        allowedDependencies = {
            "desk.contact",
            "desk.ticket",
            "ground.attachment",
            "ground.commitment",
            "ground.identity",
            "ground.notification",
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.print",
            "platform.text",
            "platform.web"
        })
package org.redress.desk.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
