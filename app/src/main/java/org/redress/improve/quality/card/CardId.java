package org.redress.improve.quality.card;

import java.util.UUID;

/** Names a card. */
public record CardId(UUID value) {}
