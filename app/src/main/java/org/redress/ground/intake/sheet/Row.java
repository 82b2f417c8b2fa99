package org.redress.ground.intake.sheet;

import java.util.List;

/**
 * A row of a file.
 *
 * @param line where it stands, from 1: the first line of its text, or the row of the sheet
 * @param cells texts by position, never null; cells after the last filled one are left out
 * @param kinds of the cells, as many; none where all are text
 * @param width how many cells the file has there, the empty ones at the end too
 */
public record Row(long line, List<String> cells, List<CellKind> kinds, int width) {

    /** The text at a position; empty beyond the end. */
    public String text(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }

    public CellKind kind(int position) {
        return position < kinds.size() ? kinds.get(position) : CellKind.TEXT;
    }

    public int size() {
        return cells.size();
    }

    /** How many characters stand in it. */
    public long characters() {
        long characters = 0;
        for (String cell : cells) {
            characters += cell.length();
        }
        return characters;
    }

    /** The same with so much of each cell. */
    public Row cut(int longest) {
        return new Row(
                line,
                cells.stream()
                        .map(cell -> cell.length() <= longest ? cell : cell.substring(0, longest))
                        .toList(),
                kinds,
                width);
    }

    /** Whether nothing stands in it. */
    public boolean blank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Number of cells in which something stands. */
    int filled() {
        int n = 0;
        for (String cell : cells) {
            if (!cell.isBlank()) {
                n++;
            }
        }
        return n;
    }
}
