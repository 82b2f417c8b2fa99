package org.redress.ground.notification;

import java.time.Instant;

/** A letter that went out, with the day that it bears. */
public record Letter(Outgoing words, Instant sentAt) {}
