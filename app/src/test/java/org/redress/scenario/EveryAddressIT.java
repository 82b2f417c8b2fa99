package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.Redress;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.scenario.Visitor.Seen;
import org.redress.support.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every address that is mapped, with what the demonstration really has: who is not signed in, who is of another bureau
 * and who may nothing get nowhere, and looking changes nothing. An address that nothing is found for fails it.
 */
@SpringBootTest(classes = {Redress.class, Offices.class})
@ContextConfiguration(initializers = OwnDatabase.class)
@AutoConfigureMockMvc
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S5.2")
@Tag("S10.2")
class EveryAddressIT {

    /** What is there for everybody, signed in or not. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /sign-in",
            "POST /language",
            "POST /theme",
            "GET /assets/{asked}/{name}",
            "GET /promises",
            "GET /answers/{key}",
            "POST /answers/{key}",
            "GET /error",
            "POST /error",
            "GET /livez",
            "GET /readyz");

    /** What everybody of a bureau has, whatever their post. */
    private static final Set<String> OF_EVERYBODY =
            Set.of("GET /keys", "GET /drafts", "GET /messages/mine", "GET /absences", "GET /escalations");

    /** Looking at these leaves a trail of who looked; nothing else is written. */
    private static final Set<String> SHOWS_WHO_LOOKED = Set.of(
            "GET /attachments/{id}",
            "GET /care/stations/{id}/reports.csv",
            "GET /contacts/mails/{id}",
            "GET /contacts/{id}/mail.eml",
            "GET /desk/export.csv",
            "GET /desk/export.xlsx",
            "GET /intake/runs/{id}/rejected.csv",
            "GET /messages/{id}/letter.pdf");

    /** What went wrong elsewhere is shown there; whoever asks for it finds nothing. */
    private static final String TOLD_BY_THE_SERVER = "/error";

    /** Asked with a query that names nothing there is. */
    private static final Set<String> NAME_NOTHING = Set.of(
            "GET /internal/health/**",
            "GET /contacts/new",
            "GET /effect/league/cases",
            "GET /effect/answers",
            "GET /clusters");

    /** Forms that look and keep nothing. */
    private static final Set<String> LOOK_ONLY =
            Set.of("POST /faults/new/told", "POST /messages/templates/{code}/{channel}/{language}/preview");

    private static final Set<String> TRAIL = Set.of("trail.entry");
    /** A form's key is kept although what it brought was refused. */
    private static final Set<String> KEYS = Set.of("platform.form_key");

    private static final int TOGETHER = 25;

    @Autowired
    FilledBureau filled;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    private BureauId bureau;
    private Set<String> missing;
    private TouchedTables tables;
    private List<Address> addresses;
    private Visitor administrator;
    private Visitor stranger;
    private Visitor guest;
    private WhatIsTheirs theirs;

    @BeforeAll
    void fill() throws Exception {
        tables = new TouchedTables(jdbc);
        Actor command = filled.fill();
        bureau = command.bureau();
        RealIds ids = new RealIds(jdbc, bureau, FilledBureau.given(web, command));
        addresses = AddressBook.of(mappings, ids);
        missing = ids.missing();
        administrator = Visitor.signedIn(web, "admin", filled.password());
        Actor elsewhere = offices.found();
        stranger = visitor(offices.hire(elsewhere, Posts.ADMINISTRATOR, "9001"));
        guest = visitor(offices.hire(command, "guest", "9002"));
        theirs = WhatIsTheirs.of(jdbc, bureau, elsewhere.bureau());
    }

    private Visitor visitor(Actor person) throws Exception {
        return Visitor.signedIn(web, Offices.signIn(person, person.number()), Offices.PASSWORD);
    }

    @Test
    void every_address_leads_to_something_real_or_it_is_said_what_is_missing() {
        assertThat(missing).isEmpty();
        assertThat(addresses).extracting(Address::name).containsAll(PUBLIC).containsAll(OF_EVERYBODY);
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_sign_in_from_wherever_it_is_not_public() {
        Visitor nobody = Visitor.nobody(web);

        assertThat(faults(
                        any -> !PUBLIC.contains(any.name()), address -> told(nobody.ask(address), Seen::asksToSignIn)))
                .isEmpty();
        assertThat(faults(
                        any -> PUBLIC.contains(any.name()),
                        address -> told(nobody.ask(address), seen -> !seen.asksToSignIn() && !seen.broken())))
                .isEmpty();
    }

    @Test
    void an_id_of_another_bureau_leads_nowhere_and_no_page_shows_anything_of_it() {
        assertThat(faults(address -> address.looks() && !PUBLIC.contains(address.name()), address -> {
                    Seen seen = stranger.ask(address);
                    String shown = shown(seen, address);
                    return shown == null
                            ? told(seen, one -> address.ofOneBureau() ? one.refused() : !one.broken())
                            : seen.status() + " shows " + shown;
                }))
                .isEmpty();
    }

    private @Nullable String shown(Seen seen, Address address) {
        Collection<String> asked = new HashSet<>(address.values().values());
        asked.addAll(address.query().values());
        return theirs.on(seen.text() + seen.next(), asked).orElse(null);
    }

    @Test
    void who_may_nothing_sees_nothing() {
        assertThat(faults(
                        address -> address.looks()
                                && !PUBLIC.contains(address.name())
                                && !OF_EVERYBODY.contains(address.name()),
                        address -> told(guest.ask(address), seen -> seen.refused() || seen.leadsElsewhere())))
                .isEmpty();
        assertThat(faults(
                        address -> OF_EVERYBODY.contains(address.name()),
                        address -> told(guest.ask(address), Seen::answered)))
                .isEmpty();
    }

    @Test
    void looking_at_whatever_there_is_changes_nothing() {
        Map<String, String> before = tables.contents();
        before.keySet().removeAll(TRAIL);

        assertThat(faults(address -> address.looks() && !address.pattern().equals(TOLD_BY_THE_SERVER), address -> {
                    Set<String> touched = new HashSet<>();
                    Seen seen = looked(address, touched);
                    if (SHOWS_WHO_LOOKED.contains(address.name())) {
                        touched.removeAll(TRAIL);
                    }
                    return touched.isEmpty()
                            ? told(
                                    seen,
                                    one -> one.answered() || one.refused() && NAME_NOTHING.contains(address.name()))
                            : seen.status() + " writes to " + touched;
                }))
                .isEmpty();
        Map<String, String> behind = tables.contents();
        behind.keySet().removeAll(TRAIL);
        assertThat(behind).as("written on other threads, apart from who looked").isEqualTo(before);
    }

    /** Looks in a transaction that is not kept, so that it can be told what the page wrote. */
    private Seen looked(Address address, Set<String> touched) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            Seen seen = administrator.ask(address);
            status.setRollbackOnly();
            if (!seen.broken()) {
                touched.addAll(tables.ofTransaction());
            }
            return seen;
        }));
    }

    @Test
    void forms_of_somebody_of_another_bureau_or_without_a_right_change_nothing_of_it() {
        List<String> faults = changed(stranger);
        faults.addAll(changed(guest));
        assertThat(faults).isEmpty();
    }

    /** Sends some forms at a time, and says which were among those that changed something. */
    private List<String> changed(Visitor visitor) {
        List<String> faults = new ArrayList<>();
        List<Address> forms = addresses.stream()
                .filter(address -> !address.looks() && !PUBLIC.contains(address.name()))
                .toList();
        Map<String, String> before = tables.contents(bureau);
        for (int from = 0; from < forms.size(); from += TOGETHER) {
            List<Address> sent = forms.subList(from, Math.min(from + TOGETHER, forms.size()));
            sent.forEach(address -> {
                String wrong = told(
                        visitor.ask(address),
                        one -> !one.broken() && (!one.shown() || LOOK_ONLY.contains(address.name())));
                if (wrong != null) {
                    faults.add(address + " " + wrong);
                }
            });
            Map<String, String> now = tables.contents(bureau);
            Map<String, String> changed = new TreeMap<>(now);
            changed.entrySet().removeAll(before.entrySet());
            changed.keySet().removeAll(KEYS);
            if (!changed.isEmpty()) {
                faults.add(changed.keySet() + " changed by one of " + sent);
            }
            before = now;
        }
        return faults;
    }

    private interface Look {
        @Nullable
        String fault(Address address);
    }

    private List<String> faults(Predicate<Address> which, Look look) {
        List<Address> walked = addresses.stream().filter(which).toList();
        assertThat(walked).isNotEmpty();
        return walked.stream()
                .flatMap(address -> {
                    String fault = look.fault(address);
                    return fault == null ? Stream.empty() : Stream.of(address + ": " + fault);
                })
                .toList();
    }

    /** What came back where it is not what should, else null. */
    private static @Nullable String told(Seen seen, Predicate<Seen> right) {
        return right.test(seen) ? null : seen.status() + " " + seen.next() + (seen.broken() ? seen.text() : "");
    }
}
