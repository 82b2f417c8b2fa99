package org.redress.ground.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer in full; handing it out leaves a trail. Numbers and addresses as they were given. */
public record ContactDetails(
        CustomerId id, @Nullable String name, List<String> phones, List<String> emails, List<String> addresses) {}
