/** Who did what to what, and who looked at it; append-only. */
@NullMarked
@ApplicationModule(
        displayName = "ground.trail",
        allowedDependencies = {"platform.database", "platform.jobs", "ground.identity"})
package org.redress.ground.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
