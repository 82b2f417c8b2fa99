package org.redress.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.redress.ground.identity.Actor;

/**
 * The demonstration bureau while it is filled.
 *
 * @param command acts for the product
 * @param people by the names with which they sign in
 * @param ledger the old complaints that were brought in
 */
record DemoBureau(
        Actor command, Map<String, Actor> people, DemoCustomers customers, DemoLedger ledger, RandomGenerator random) {

    Actor person(String signIn) {
        return Objects.requireNonNull(people.get(signIn), signIn);
    }

    /** The head of the hot line's team. */
    Actor head() {
        return person("gao");
    }

    /** Who keeps the quality of it. */
    Actor quality() {
        return person("shen");
    }

    /** Those who take tickets. */
    List<Actor> answering() {
        return people(DemoPeople.Person::answers);
    }

    /** Those who are offered as sign-ins. */
    List<Actor> shown() {
        return people(DemoPeople.Person::shown);
    }

    private List<Actor> people(Predicate<DemoPeople.Person> which) {
        return DemoPeople.STAFF.stream()
                .filter(which)
                .map(person -> person(person.signIn()))
                .toList();
    }
}
