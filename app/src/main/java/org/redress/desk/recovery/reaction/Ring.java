package org.redress.desk.recovery.reaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ring of a ticket that holds now.
 *
 * @param round how many times the matter had been opened again when it began
 * @param reopenedAt null for the first one
 */
record Ring(int round, @Nullable Instant reopenedAt) {}
