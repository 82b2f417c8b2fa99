package org.redress.ground.party;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * What a customer last said about being written to one way. As long as they said nothing, they are written to about their
 * own matters and about nothing else.
 *
 * @param said how and when they said it, in the words of whoever noted it
 */
public record Consent(ReachPoint.Kind way, boolean given, String said, StaffId notedBy, Instant notedAt) {}
