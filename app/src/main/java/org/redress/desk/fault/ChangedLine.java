package org.redress.desk.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the book that a file has changed. */
record ChangedLine(Line was, Line now) {

    /** For the trail: which fields, and of the rent, from which money follows, what it was and is. */
    String detail() {
        List<String> fields = new ArrayList<>();
        note(fields, LineFields.SERVICE, was.service() != now.service());
        note(fields, LineFields.ADDRESS, !was.address().equals(now.address()));
        note(fields, LineFields.EXCHANGE, !was.exchange().equals(now.exchange()));
        note(fields, LineFields.AREA, was.area() != now.area());
        note(fields, LineFields.CUSTOMER, !was.customer().equals(now.customer()));
        note(fields, LineFields.RENT, !was.rent().equals(now.rent()));
        String names = fields.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return "{\"fields\":[%s],\"rent\":[\"%s\",\"%s\"]}".formatted(names, was.rent(), now.rent());
    }

    private static void note(List<String> fields, String field, boolean changed) {
        if (changed) {
            fields.add(field);
        }
    }
}
