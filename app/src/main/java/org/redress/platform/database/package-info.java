/** The PostgreSQL that the product brings along, and how to reach another one. */
@NullMarked
@ApplicationModule(
        displayName = "platform.database",
        allowedDependencies = {})
package org.redress.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
