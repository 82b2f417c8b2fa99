package org.redress.ground.intake;

import java.util.List;
import java.util.Map;

/**
 * One of the first rows as it is read with the present settings.
 *
 * @param cells as the file has them, by position
 * @param values by field code
 * @param faults why it would be rejected; empty where it would be taken
 * @param outcome {@code created}, {@code updated}, {@code unchanged} or {@code rejected}
 */
public record PreviewRow(
        long line, List<String> cells, Map<String, Value> values, List<Fault> faults, String outcome) {}
