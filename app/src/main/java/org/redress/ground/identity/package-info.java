/** Bureaus, staff, posts and what each may do; signing in. */
@NullMarked
@ApplicationModule(
        displayName = "ground.identity",
        allowedDependencies = {"platform.text", "platform.web", "platform.database", "platform.jobs"})
package org.redress.ground.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
