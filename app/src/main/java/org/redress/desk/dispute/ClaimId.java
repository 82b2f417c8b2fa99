package org.redress.desk.dispute;

import java.util.UUID;

public record ClaimId(UUID value) {}
