package org.redress.desk.contact.reception;

import org.jspecify.annotations.Nullable;

/**
 * Customers to choose from.
 *
 * @param found null while nothing was looked for
 */
public record FoundPart(String q, @Nullable CustomerHits found) {}
