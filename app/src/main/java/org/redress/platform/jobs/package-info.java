/** Time, background work and the outbox. */
@NullMarked
@ApplicationModule(
        displayName = "platform.jobs",
        allowedDependencies = {"platform.database"})
package org.redress.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
