package org.redress.desk.dispute;

import java.util.UUID;

public record BillId(UUID value) {}
