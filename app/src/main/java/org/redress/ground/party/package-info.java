/** Customers and how they can be reached. */
@NullMarked
@ApplicationModule(
        displayName = "ground.party",
        allowedDependencies = {
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web",
            "ground.identity",
            "ground.intake",
            "ground.trail"
        })
package org.redress.ground.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
