package org.redress.ground.intake;

import java.util.List;

/**
 * What a column is taken for, and why.
 *
 * @param confidence 0 to 1; 0 where the column is left out
 * @param remarks the first is the weightiest
 */
public record Guess(Mapping.Use use, double confidence, List<Remark> remarks) {

    /**
     * Something to know about a column: the text of {@code intake.remark.CODE}.
     *
     * @param state {@code late} where rows will be rejected or nothing can be written, {@code due} where a person
     *     should look, empty otherwise
     */
    public record Remark(String code, String state, List<Object> args) {}
}
