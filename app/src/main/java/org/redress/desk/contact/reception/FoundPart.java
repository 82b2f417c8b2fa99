package org.redress.desk.contact.reception;

import org.jspecify.annotations.Nullable;
import org.redress.ground.party.FoundCustomers;

/**
 * Customers to choose from.
 *
 * @param found null while nothing was looked for
 */
public record FoundPart(String q, @Nullable FoundCustomers found) {}
