package org.redress.desk.contact;

import java.util.UUID;

/** One contact; before it is recorded, its draft. */
public record ContactId(UUID value) {}
