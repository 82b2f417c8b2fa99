package org.redress.improve.quality.review;

import java.util.UUID;

/** Names a review meeting. */
public record ReviewId(UUID value) {}
