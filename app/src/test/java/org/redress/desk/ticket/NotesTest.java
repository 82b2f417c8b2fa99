package org.redress.desk.ticket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.notification.Messages;

/** A note never reaches a customer (brimir #412, tiledesk #157): it is a type and a table of its own, which few may touch. */
@Tag("S5.1")
class NotesTest {

    private static JavaClasses house;

    @BeforeAll
    static void open() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.redress", "gg.jte");
    }

    @Test
    void the_table_of_notes_is_named_where_the_story_is_told_and_where_it_is_blacked_out_only() throws IOException {
        assertThat(naming("ticket.note")).containsExactly("Stories.java", "TicketRedaction.java");
        assertThat(naming("ticket.answer")).as("the scan sees what is there").hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<String> naming(String table) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).matches("(?s).*\\b" + table.replace(".", "\\.") + "\\b.*"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_reads_notes_is_the_desk_of_the_ticket_and_nobody_who_writes_to_customers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.redress.desk.ticket", "org.redress.desk.ticket.workplace")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(TicketStory.Noted.class)
                .check(house);
        DescribedPredicate<JavaClass> writesToPeople = DescribedPredicate.describe(
                "that send messages",
                one -> one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(other -> other.getTargetClass().isEquivalentTo(Messages.class)));
        noClasses()
                .that(writesToPeople)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(TicketStory.Noted.class)
                .check(house);
    }
}
