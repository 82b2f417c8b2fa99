/**
 * The fault desk (112): number, line, address, outage and earlier repairs on one screen; report, diagnosis, line test, work
 * order to the repair post, restored and confirmed. A limit that is not kept waives the rent of the fault by itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "desk.fault",
        allowedDependencies = {
            "desk.contact",
            "desk.recovery",
            "desk.recovery::credit",
            "desk.recovery::ledger",
            "desk.ticket",
            "ground.commitment",
            "ground.identity",
            "ground.intake",
            "ground.notification",
            "ground.party",
            "ground.rulebook",
            "ground.trail",
            "platform.database",
            "platform.jobs",
            "platform.text",
            "platform.web"
        })
package org.redress.desk.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
