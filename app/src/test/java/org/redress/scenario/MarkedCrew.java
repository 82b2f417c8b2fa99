package org.redress.scenario;

import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Offices;

/** Who works in the bureau in which the customer with the marks is known. */
record MarkedCrew(Actor command, Actor lin, Actor tang, Actor gao, Actor he, Actor shen, Actor wei) {

    static MarkedCrew of(Offices offices) {
        Actor command = offices.found();
        return new MarkedCrew(
                command,
                offices.hire(command, Posts.AGENT, "lin"),
                offices.hire(command, Posts.AGENT, "tang"),
                offices.hire(command, Posts.HEAD, "gao"),
                offices.hireElsewhere(command, Posts.AGENT, "he"),
                offices.hireElsewhere(command, Posts.QUALITY, "shen"),
                offices.hireElsewhere(command, Posts.GENERAL_MANAGER, "wei"));
    }
}
