package org.redress.desk.recovery.followup;

import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Attempt;

/** The form in which what a customer without a failure says is entered. */
public record ComparePage(CustomerId customer, Attempt attempt) {}
