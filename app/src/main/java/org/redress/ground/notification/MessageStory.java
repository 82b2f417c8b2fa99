package org.redress.ground.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with everything that happened to it.
 *
 * @param wording what it says, or null while it has no words yet
 * @param attempts the oldest first
 */
public record MessageStory(MessageLine line, @Nullable Wording wording, List<Attempt> attempts) {}
