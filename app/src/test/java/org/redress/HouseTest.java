package org.redress;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.web.FormKeys;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Holds the code against the plan of the house. */
class HouseTest {

    /** From the ground up; improve and govern listen to every floor and nothing stands on them. */
    private static final List<String> FLOORS =
            List.of("platform", "ground", "network", "office", "desk", "improve", "govern");

    /** Tickets, contacts and customers themselves; or a table that is named only when it runs. */
    private static final String DELETED = "(?:delete\\s+from|truncate)\\s+"
            + "(?:\"|(?:ticket|contact|party)\\.\"|ticket\\.\\w|contact\\.(?!draft\\b)\\w|party\\.customer\\b)";

    private static final Set<String> MOMENTS = Stream.of(
                    Instant.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    /** Forms that only look, or keep what is being typed; and an answer whose link is spent by it. */
    private static final List<String> TWICE = List.of(
            "Choices.language",
            "Choices.theme",
            "AnswerDesk.answer",
            "CustomerPages.reveal",
            "DeskPages.reveal",
            "DisputesDesk.reveal",
            "TemplatesDesk.preview",
            "DraftPages.typing",
            "DraftPages.keep",
            "DraftDesk.typing",
            "DraftDesk.find",
            "DraftDesk.told",
            "DraftDesk.choose",
            "ToldDesk.typing",
            "ReportDesk.answer",
            "ReportDesk.told");

    private static JavaClasses house;

    @BeforeAll
    static void open() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.redress");
    }

    @Test
    void every_module_keeps_to_its_walls_and_to_what_it_may_ask() {
        System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
        ApplicationModules modules = ApplicationModules.of(Redress.class);
        assertThat(modules.stream()).hasSizeGreaterThan(10);
        modules.verify();
    }

    @Test
    void stairs_go_down_only() {
        for (int lower = 0; lower < FLOORS.size(); lower++) {
            for (int upper = lower + 1; upper < FLOORS.size(); upper++) {
                ArchRule rule = noClasses()
                        .that()
                        .resideInAPackage("org.redress." + FLOORS.get(lower) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.redress." + FLOORS.get(upper) + "..")
                        .allowEmptyShould(true);
                rule.check(house);
            }
        }
    }

    @Test
    void no_room_is_outside_a_module() {
        classes()
                .that()
                .resideOutsideOfPackages("org.redress", "org.redress.cli..", "org.redress.demo..", "gg.jte..")
                .should()
                .resideInAnyPackage(
                        FLOORS.stream().map(f -> "org.redress." + f + ".*..").toArray(String[]::new))
                .check(house);
    }

    @Test
    void only_the_platform_reads_the_system_clock() {
        noClasses().that(outside("org.redress.platform")).should(readTheClock()).check(house);
    }

    private static ArchCondition<JavaClass> readTheClock() {
        return ArchConditions.accessTargetWhere(describe("that is the system clock", (JavaAccess<?> access) -> {
            String name = access.getTarget().getName();
            return switch (access.getTargetOwner().getName()) {
                case "java.lang.System" -> name.equals("currentTimeMillis");
                case "java.util.Date" -> name.equals("<init>") && withoutArguments(access);
                case "java.util.Calendar", "java.util.GregorianCalendar" ->
                    name.equals("getInstance") || name.equals("<init>") && withoutArguments(access);
                case "java.time.Clock", "java.time.InstantSource" -> name.matches("system.*|tick[MS].*");
                default ->
                    name.equals("now")
                            && access.getTargetOwner().getPackageName().startsWith("java.time");
            };
        }));
    }

    private static boolean withoutArguments(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaClass> outside(String room) {
        return describe("outside " + room, (JavaClass c) -> !(c.getPackageName() + ".").startsWith(room + "."));
    }

    @Test
    void the_rule_of_the_clock_sees_every_way_to_read_it() {
        JavaClasses readers = new ClassFileImporter().importClasses(ReadsTheClock.class);
        assertThat(noClasses()
                        .should(readTheClock())
                        .evaluate(readers)
                        .getFailureReport()
                        .getDetails())
                .hasSize(ReadsTheClock.WAYS);
    }

    /** What the rule must find. */
    @SuppressWarnings({"unused", "JavaUtilDate", "JavaTimeDefaultTimeZone"})
    private static final class ReadsTheClock {

        static final int WAYS = 8;

        final Instant instant = Instant.now();
        final LocalTime time = LocalTime.now(ZoneOffset.UTC);
        final YearMonth month = YearMonth.now(ZoneId.of("UTC"));
        final Clock clock = Clock.system(ZoneOffset.UTC);
        final Supplier<Instant> later = Instant::now;
        final long millis = System.currentTimeMillis();
        final Date date = new Date();
        final Calendar calendar = Calendar.getInstance();
    }

    @Test
    void every_form_that_arrives_counts_once_or_may_arrive_twice() {
        List<String> twice = house.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PostMapping.class) && !countsOnce(method))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .toList();
        assertThat(twice).containsExactlyInAnyOrderElementsOf(TWICE);
    }

    /** Whether it comes to {@code FormKeys.once}, by whatever way. */
    private static boolean countsOnce(JavaMethod method) {
        Deque<JavaCodeUnit> ahead = new ArrayDeque<>(List.of(method));
        Set<JavaCodeUnit> seen = new HashSet<>();
        while (!ahead.isEmpty()) {
            JavaCodeUnit unit = ahead.pop();
            if (unit.getOwner().isEquivalentTo(FormKeys.class) && unit.getName().equals("once")) {
                return true;
            }
            if (seen.add(unit)) {
                Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .forEach(ahead::push);
            }
        }
        return false;
    }

    @Test
    void a_time_limit_becomes_a_moment_only_where_calendars_are_known() {
        DescribedPredicate<JavaClass> readsLimits = describe(
                "that read limits",
                (JavaClass c) -> c.getDirectDependenciesFromSelf().stream()
                        .anyMatch(one -> one.getTargetClass().isEquivalentTo(Limit.class)));
        noClasses()
                .that(outside("org.redress.ground.commitment"))
                .and(outside("org.redress.ground.rulebook"))
                .and(outside("org.redress.cli"))
                .and(outside("org.redress.demo"))
                .and(readsLimits)
                .should()
                .accessTargetWhere(describe(
                        "that adds to a moment",
                        (JavaAccess<?> access) ->
                                MOMENTS.contains(access.getTargetOwner().getName())
                                        && access.getTarget().getName().startsWith("plus")))
                .check(house);
        noMethods()
                .should(ArchConditions.be(describe(
                        "adding days of the rulebook to a moment, or handing them out to be added",
                        (JavaMethod method) ->
                                method.getMethodCallsFromSelf().stream().anyMatch(HouseTest::readsDays)
                                        && (method.getRawReturnType().isEquivalentTo(Duration.class)
                                                || method.getMethodCallsFromSelf().stream()
                                                        .anyMatch(HouseTest::addsDays)))))
                .check(house);
    }

    private static boolean readsDays(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Rulebook.class)
                        && call.getTarget().getName().equals("days")
                || call.getTargetOwner().isEquivalentTo(Rule.class)
                        && call.getTarget().getName().equals("amount");
    }

    private static boolean addsDays(JavaMethodCall call) {
        String name = call.getTarget().getName();
        return call.getTargetOwner().getPackageName().equals("java.time")
                && (name.equals("plus") || name.equals("plusDays") || name.equals("plusHours"));
    }

    @Test
    void nothing_is_deleted_that_a_customer_or_a_ticket_is_known_by() throws IOException {
        noMethods().should().beAnnotatedWith(DeleteMapping.class).check(house);
        assertThat(sources(Path.of("src/main"), "RequestMethod.DELETE|hx-delete"))
                .isEmpty();
        assertThat(sources(Path.of("src/main/java"), DELETED))
                .as(
                        "redaction takes what stands beside the customer, restoring asks for an empty database, counts are no tickets")
                .containsExactlyInAnyOrder("Redactions.java", "BackupReader.java", "OpenTallies.java");
    }

    private static List<String> sources(Path root, String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                if (wanted.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    @Test
    void money_is_never_a_double() {
        classes()
                .that()
                .haveSimpleNameContaining("Money")
                .or()
                .haveSimpleNameContaining("Remedy")
                .should(holdNoBinaryFraction())
                .check(house);
    }

    /** ArchUnit counts no primitive among what a class depends on, so its members are looked at. */
    private static ArchCondition<JavaClass> holdNoBinaryFraction() {
        return new ArchCondition<>("hold, take and give no double and no float") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                Stream.concat(
                                one.getFields().stream().filter(field -> isBinaryFraction(field.getRawType())),
                                one.getCodeUnits().stream()
                                        .filter(unit -> Stream.concat(
                                                        Stream.of(unit.getRawReturnType()),
                                                        unit.getRawParameterTypes().stream())
                                                .anyMatch(HouseTest::isBinaryFraction)))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(member, member.getFullName())));
            }
        };
    }

    private static boolean isBinaryFraction(JavaClass type) {
        return Set.of("double", "float", Double.class.getName(), Float.class.getName())
                .contains(type.getBaseComponentType().getName());
    }

    @Test
    void the_rule_of_money_sees_a_double_wherever_it_stands() {
        JavaClasses holders = new ClassFileImporter().importClasses(MoneyInFractions.class);
        assertThat(classes()
                        .should(holdNoBinaryFraction())
                        .evaluate(holders)
                        .getFailureReport()
                        .getDetails())
                .hasSize(MoneyInFractions.WAYS);
    }

    /** What the rule must find. */
    @SuppressWarnings("unused")
    private abstract static class MoneyInFractions {

        static final int WAYS = 6;

        final double amount = 0;
        final Float rate = 0f;
        final double[] amounts = {};

        MoneyInFractions(float amount) {}

        abstract double amount();

        abstract void add(Double amount);

        abstract void add(long cents);
    }
}
