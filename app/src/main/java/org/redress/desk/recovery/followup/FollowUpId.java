package org.redress.desk.recovery.followup;

import java.util.UUID;

/** One questionnaire to one customer. */
public record FollowUpId(UUID value) {}
