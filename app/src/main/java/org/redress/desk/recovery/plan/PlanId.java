package org.redress.desk.recovery.plan;

import java.util.UUID;

public record PlanId(UUID value) {}
