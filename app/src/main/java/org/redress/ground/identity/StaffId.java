package org.redress.ground.identity;

import java.util.UUID;

/** One member of staff. */
public record StaffId(UUID value) {}
