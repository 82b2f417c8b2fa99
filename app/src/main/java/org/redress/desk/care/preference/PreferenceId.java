package org.redress.desk.care.preference;

import java.util.UUID;

/** Names a preference of a customer. */
public record PreferenceId(UUID value) {}
