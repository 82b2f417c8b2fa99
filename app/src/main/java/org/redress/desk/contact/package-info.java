/** Every contact in every channel: who took it first and answers for it, the customer's mood, and what became of it. */
@NullMarked
@ApplicationModule(
        displayName = "desk.contact",
        allowedDependencies = {
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
            "platform.text",
            "platform.web"
        })
package org.redress.desk.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
