package org.redress.ground.notification;

import java.time.Instant;
import java.util.UUID;

/** Something that a member of staff should know; {@code link} is the page of what it is about. */
public record InboxEntry(UUID id, String title, String body, String link, Instant arrivedAt, boolean unread) {}
