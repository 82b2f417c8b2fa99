/** Complaint, fault, bill dispute, enquiry: from the first contact to closed, with one person who answers for it. */
@NullMarked
@ApplicationModule(
        displayName = "desk.ticket",
        allowedDependencies = {
            "ground.attachment",
            "ground.commitment",
            "ground.identity",
            "ground.intake",
            "ground.notification",
            "ground.party",
            "ground.rulebook",
            "ground.search",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web"
        })
package org.redress.desk.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
