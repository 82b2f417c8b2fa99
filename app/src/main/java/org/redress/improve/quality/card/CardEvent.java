package org.redress.improve.quality.card;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * Something that happened to a card.
 *
 * @param what {@code PROPOSE}, or the name of a {@link CardStep}; text by key {@code card.step.NAME}
 * @param words what was said; may be empty
 */
public record CardEvent(Instant at, StaffId by, String what, String words, Severity severity) {}
