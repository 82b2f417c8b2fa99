package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

class TemplateTextTest {

    private static final List<String> NAMES = List.of("number", "replyBy");

    @Test
    void names_give_way_to_what_stands_for_them() {
        assertThat(TemplateText.fill("{{number}} by {{ replyBy }}.", Map.of("number", "T-1", "replyBy", "Monday")))
                .isEqualTo("T-1 by Monday.");
    }

    @Test
    void what_a_customer_wrote_is_never_read_as_a_template() {
        assertThat(TemplateText.fill("{{number}}", Map.of("number", "$1 {{replyBy}} \\")))
                .isEqualTo("$1 {{replyBy}} \\");
    }

    @Test
    void a_name_that_the_message_lacks_is_named() {
        assertThatThrownBy(() -> TemplateText.fill("{{number}} {{replyBy}}", Map.of("number", "T-1")))
                .isInstanceOfSatisfying(DeliveryFailure.class, failure -> {
                    assertThat(failure.fault()).isEqualTo(DeliveryFault.NAME_ABSENT);
                    assertThat(failure.detail()).isEqualTo("replyBy");
                });
    }

    @Test
    void a_name_outside_of_the_list_is_refused_with_the_list() {
        assertThatThrownBy(() -> TemplateText.check("body", "{{nummer}}", NAMES))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("template.name");
                    assertThat(problem.field()).isEqualTo("body");
                    assertThat(problem.arguments()).containsExactly("nummer", "number, replyBy");
                });
    }

    @Test
    void braces_without_a_pair_or_a_name_are_refused_where_they_stand() {
        for (String text : List.of("Ticket {{number", "Ticket number}}", "Ticket {{}}", "Ticket {{a b}}")) {
            assertThatThrownBy(() -> TemplateText.check("body", text, NAMES))
                    .as(text)
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.code()).isEqualTo("template.braces");
                        assertThat(problem.arguments()[0].toString()).contains("Ticket");
                    });
        }
        assertThatCode(() -> TemplateText.check("body", "{one} } {{number}}", NAMES))
                .doesNotThrowAnyException();
    }

    @Test
    void every_preset_keeps_to_its_names_and_stands_in_both_languages() {
        Map<String, Occasion> occasions = Standard.occasions();
        List<TemplateDraft> presets = Standard.templates();
        for (TemplateDraft draft : presets) {
            Occasion occasion = Objects.requireNonNull(occasions.get(draft.key().code()));
            assertThat(occasion.channels()).contains(draft.key().channel());
            TemplateText.check("title", draft.title(), occasion.names());
            TemplateText.check("body", draft.body(), occasion.names());
            assertThat(TemplateText.fill(
                            draft.title() + draft.body(),
                            Standard.samples(draft.key().language())))
                    .doesNotContain("{{");
        }
        for (Occasion occasion : occasions.values()) {
            for (MessageChannel channel : occasion.channels()) {
                for (Locale language : Words.LANGUAGES) {
                    assertThat(presets)
                            .extracting(TemplateDraft::key)
                            .contains(new TemplateKey(occasion.code(), channel, language));
                }
            }
        }
    }
}
