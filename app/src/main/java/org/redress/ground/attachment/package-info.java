/** Files kept with what they belong to: looked at before they are taken, never changed, given out only to be saved. */
@NullMarked
@ApplicationModule(
        displayName = "ground.attachment",
        allowedDependencies = {
            "ground.identity",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.text",
            "platform.web"
        })
package org.redress.ground.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
