package org.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the code against the plan of the house. */
class HouseTest {

    /** From the ground up; improve and govern listen to every floor and nothing stands on them. */
    private static final List<String> FLOORS =
            List.of("platform", "ground", "network", "office", "desk", "improve", "govern");

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
        DescribedPredicate<JavaClass> outside = DescribedPredicate.describe(
                "outside the platform", c -> !c.getPackageName().startsWith("org.redress.platform"));
        noClasses()
                .that(outside)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(house);
    }

    @Test
    void money_is_never_a_double() {
        noClasses()
                .that()
                .haveSimpleNameContaining("Money")
                .or()
                .haveSimpleNameContaining("Remedy")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, double.class)
                .allowEmptyShould(true)
                .check(house);
    }
}
