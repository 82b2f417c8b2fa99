package org.redress.desk.appeal.hotline;

import java.util.UUID;

/** Names a dispatch. */
public record DispatchId(UUID value) {}
