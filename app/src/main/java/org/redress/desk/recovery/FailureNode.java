package org.redress.desk.recovery;

import java.util.List;

/** A type with the types below it, in the taxonomy's order. */
public record FailureNode(FailureType type, List<FailureNode> below) {

    static List<FailureNode> forest(List<FailureType> types) {
        return types.stream()
                .filter(type -> type.parent() == null)
                .map(type -> of(type, types))
                .toList();
    }

    private static FailureNode of(FailureType type, List<FailureType> types) {
        List<FailureNode> below = types.stream()
                .filter(other -> type.code().equals(other.parent()))
                .map(other -> of(other, types))
                .toList();
        return new FailureNode(type, below);
    }
}
