/**
 * Bills that customers do not accept: items disputed one by one, the sum held out of dunning at once, the operator's to prove.
 */
@NullMarked
@ApplicationModule(
        displayName = "desk.dispute",
        allowedDependencies = {
            "desk.contact",
            "desk.recovery",
            "desk.recovery::duplicate",
            "desk.recovery::ledger",
            "desk.ticket",
            "ground.commitment",
            "ground.identity",
            "ground.intake",
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web"
        })
package org.redress.desk.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
