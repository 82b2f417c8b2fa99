/** Every number that a law or a policy sets: dated, scoped to a jurisdiction, with its source. */
@NullMarked
@ApplicationModule(
        displayName = "ground.rulebook",
        allowedDependencies = {
            "platform.text",
            "platform.web",
            "platform.database",
            "platform.jobs",
            "ground.identity",
            "ground.trail"
        })
package org.redress.ground.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
