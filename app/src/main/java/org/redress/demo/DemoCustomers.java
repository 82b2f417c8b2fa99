package org.redress.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invented customers. Their numbers begin with 1380000: a series kept for examples and dialled by nobody here. */
final class DemoCustomers {

    private static final List<String> PLACES = List.of("城北区", "河东区", "南湖区", "开发区", "石桥镇", "枫林路", "柳巷");

    record Customer(String name, String phone, String place) {}

    private final List<Customer> customers = new ArrayList<>();

    DemoCustomers(int size, RandomGenerator random) {
        this(0, size, random);
    }

    /** @param first the last figures of the first number */
    DemoCustomers(int first, int size, RandomGenerator random) {
        List<String> words = DemoFiles.lines("names.txt");
        List<String> family = List.of(words.get(0).split(" "));
        List<String> given = List.of(words.get(1).split(" "));
        for (int i = 0; i < size; i++) {
            customers.add(new Customer(
                    family.get(random.nextInt(family.size())) + given.get(random.nextInt(given.size())),
                    "1380000%04d".formatted(first + i),
                    PLACES.get(random.nextInt(PLACES.size()))));
        }
    }

    List<Customer> all() {
        return List.copyOf(customers);
    }

    /** Somebody who lives at the place, or anybody for {@code *}; a few come back more often than others. */
    Customer at(String place, RandomGenerator random) {
        Customer chosen = customers.get((int) (customers.size() * Math.pow(random.nextDouble(), 1.3)));
        return place.equals("*") ? chosen : new Customer(chosen.name(), chosen.phone(), place);
    }
}
