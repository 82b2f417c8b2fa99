/** What the bureau promises its customers, and how far it keeps it, in the eyes of everybody. */
@NullMarked
@ApplicationModule(
        displayName = "desk.outlet",
        allowedDependencies = {
            "ground.commitment",
            "ground.identity",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.text",
            "platform.web"
        })
package org.redress.desk.outlet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
