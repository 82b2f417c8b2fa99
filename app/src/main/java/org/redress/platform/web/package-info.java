/** What every page shares: shell, problems, form keys, assets. */
@NullMarked
@ApplicationModule(
        displayName = "platform.web",
        allowedDependencies = {"platform.text", "platform.database", "platform.jobs"})
package org.redress.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
