package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void an_address_of_the_driver_is_taken_as_it_is() {
        RunningDatabase database = DatabaseUrl.parse("jdbc:postgresql://db/redress?user=a&password=b");
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db/redress?user=a&password=b");
        assertThat(database.user()).isNull();
    }

    @Test
    void user_and_password_are_taken_out_of_the_common_form_and_decoded() {
        RunningDatabase database = DatabaseUrl.parse("postgres://ann:p%40ss+1@db.example:6432/redress?sslmode=require");
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:6432/redress?sslmode=require");
        assertThat(database.user()).isEqualTo("ann");
        assertThat(database.password()).isEqualTo("p@ss+1");
    }

    @Test
    void port_and_credentials_may_be_absent() {
        RunningDatabase database = DatabaseUrl.parse("postgresql://db/redress");
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db/redress");
        assertThat(database.password()).isNull();
    }

    @Test
    void another_database_and_nonsense_are_refused_without_repeating_the_password() {
        for (String text : new String[] {"mysql://a:secret@db/x", "postgres://a:secret@@ /x", "secret"}) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> DatabaseUrl.parse(text))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("database.url"))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"))
                    .withNoCause();
        }
    }

    @Test
    void a_password_does_not_show_when_the_address_is_printed() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/redress?password=secret")
                        .toString())
                .doesNotContain("secret");
    }
}
