package org.redress.ground.rulebook;

import org.redress.ground.identity.Actor;

/** Implemented by whoever runs by the limits of rules: what was begun under another number goes by that until somebody says so. */
public interface RunningLimits {

    /** How much runs by another number of this rule than that of the version in force. */
    long behind(Actor actor, Rule inForce);

    /** Lets all of it run by this version from now on; asked for in the running transaction and done soon after it. */
    void bring(Actor actor, Rule inForce);
}
