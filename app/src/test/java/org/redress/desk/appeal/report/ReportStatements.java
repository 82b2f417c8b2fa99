package org.redress.desk.appeal.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the report asks the database. */
public final class ReportStatements {

    private ReportStatements() {}

    public static List<String> all() {
        return Stream.concat(
                        Arrays.stream(Figure.values())
                                .flatMap(figure -> Stream.of(figure.count("true"), figure.list("true"))),
                        Stream.of(ReportRows.REFUSED.formatted("true")))
                .toList();
    }
}
