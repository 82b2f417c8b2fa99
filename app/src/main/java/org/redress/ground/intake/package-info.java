/** Files in: CSV and XLSX of any columns become rows that a target takes, none lost and none twice. */
@NullMarked
@ApplicationModule(
        displayName = "ground.intake",
        allowedDependencies = {
            "ground.identity",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web"
        })
package org.redress.ground.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
