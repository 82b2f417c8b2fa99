/** Customers and how they can be reached. */
@NullMarked
@ApplicationModule(
        displayName = "ground.party",
        allowedDependencies = {"platform.text", "platform.web", "platform.database", "ground.identity", "ground.trail"})
package org.redress.ground.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
