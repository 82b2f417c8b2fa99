/** One search over what the other modules hand in, in Chinese and English. */
@NullMarked
@ApplicationModule(
        displayName = "ground.search",
        allowedDependencies = {"platform.text", "platform.database", "ground.identity"})
package org.redress.ground.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
