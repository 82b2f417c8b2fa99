package org.redress.desk.recovery;

import java.util.List;

/** A type with the types below it, in the taxonomy's order. */
public record FailureNode(FailureType type, List<FailureNode> below) {

    /** Those that are in force. */
    static List<FailureNode> forest(List<FailureType> types) {
        List<FailureType> living = types.stream().filter(FailureType::lives).toList();
        return living.stream()
                .filter(type -> type.parent() == null)
                .map(type -> of(type, living))
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
