package org.redress.desk.recovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The taxonomy of a bureau with everything that was ever in it.
 *
 * @param version the newest
 * @param types in their order, those that have ended too
 * @param lineage what has become of what
 */
public record Taxonomy(int version, List<FailureType> types, Lineage lineage) {

    public Taxonomy {
        types = List.copyOf(types);
    }

    public Optional<FailureType> find(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** The bureau's own names by the key under which texts ask for them. */
    Map<String, FailureType.OwnName> names() {
        Map<String, FailureType.OwnName> names = new HashMap<>();
        for (FailureType type : types) {
            if (type.own() != null) {
                names.put(type.key(), type.own());
            }
        }
        return Map.copyOf(names);
    }

    /** The type to which words that point at this one lead today; empty where there is none any more. */
    public Optional<String> today(String code) {
        return lineage.heir(code)
                .filter(heir -> find(heir).filter(FailureType::lives).isPresent());
    }
}
