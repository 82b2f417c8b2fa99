package org.redress.improve.quality.review;

import java.time.LocalDate;
import org.redress.ground.identity.StaffId;

/** Something that a meeting decides. */
public record NewDecision(String what, StaffId owner, LocalDate dueOn) {}
