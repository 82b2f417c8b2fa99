package org.redress.desk.appeal.chain;

import java.util.UUID;

/** Names an appeal. */
public record AppealId(UUID value) {}
