package org.redress.desk.recovery.install;

import java.util.UUID;

/** Names an installation; gives no right. */
public record InstallId(UUID value) {}
