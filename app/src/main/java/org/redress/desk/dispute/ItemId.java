package org.redress.desk.dispute;

import java.util.UUID;

public record ItemId(UUID value) {}
