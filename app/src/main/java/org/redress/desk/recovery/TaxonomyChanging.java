package org.redress.desk.recovery;

import org.redress.ground.identity.BureauId;

/** The taxonomy of a bureau is being changed, in the running transaction; told within the module. */
public record TaxonomyChanging(BureauId bureau) {}
