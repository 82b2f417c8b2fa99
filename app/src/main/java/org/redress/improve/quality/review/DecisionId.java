package org.redress.improve.quality.review;

import java.util.UUID;

/** Names a decision of a review meeting. */
public record DecisionId(UUID value) {}
