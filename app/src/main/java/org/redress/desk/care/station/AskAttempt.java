package org.redress.desk.care.station;

import java.time.Instant;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.StaffId;

/** A member was not reached. */
public record AskAttempt(Instant at, StaffId by, Channel channel, String words) {}
