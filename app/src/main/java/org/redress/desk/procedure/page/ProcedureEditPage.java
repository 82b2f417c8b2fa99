package org.redress.desk.procedure.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Area;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * A procedure being written.
 *
 * @param id of the one that is changed, or null for a new one
 */
public record ProcedureEditPage(
        @Nullable ProcedureId id, ProcedureForm form, Named named, List<FailureVocabulary.Group> types) {

    public String action() {
        return id == null ? "/procedures" : "/procedures/" + id.value();
    }

    public List<Choice> kinds(Words words) {
        return Arrays.stream(TicketKind.values())
                .map(kind -> new Choice(kind.name(), words.text("ticket.kind." + kind)))
                .toList();
    }

    public List<Choice> types(Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.text("procedure.type.any"))),
                        types.stream()
                                .flatMap(group -> group.types().stream())
                                .map(type -> new Choice(
                                        type,
                                        words.has("failure.type." + type) ? words.text("failure.type." + type) : type)))
                .toList();
    }

    public List<Choice> areas(Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.text("procedure.area.any"))),
                        Arrays.stream(Area.values())
                                .map(area -> new Choice(area.name(), words.text("procedure.area." + area))))
                .toList();
    }

    public @Nullable String error(String field) {
        return field.equals(form.field()) ? form.error() : null;
    }
}
