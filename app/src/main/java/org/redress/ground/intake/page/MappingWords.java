package org.redress.ground.intake.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Guess;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.PreviewRow;
import org.redress.ground.intake.StoredFile;
import org.redress.ground.intake.Value;
import org.redress.ground.intake.reading.DateText;
import org.redress.ground.intake.reading.Dated;
import org.redress.ground.intake.sheet.CellKind;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/** Says columns and first rows of a file in words. */
final class MappingWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Intake intake;
    private final Actor actor;
    private final Words words;
    private final StoredFile file;
    private final List<IntakeField> fields;
    private final FaultWords faults;
    private final DateText dates;

    MappingWords(Intake intake, Actor actor, Words words, StoredFile file) {
        this.intake = intake;
        this.actor = actor;
        this.words = words;
        this.file = file;
        this.fields = intake.fields(file.target());
        this.faults = intake.words(file, words);
        this.dates = new DateText(
                LocalDateTime.ofInstant(file.receivedAt(), actor.zone()).getYear());
    }

    /** How a use is sent by the form. */
    static String code(Use use) {
        return switch (use.role()) {
            case IGNORE -> "";
            case FIELD -> "field:" + use.field();
            case TIME_OF -> "time:" + use.field();
            case CHECK_OF -> "check:" + use.field();
        };
    }

    List<Choice> uses() {
        List<Choice> uses = new ArrayList<>();
        uses.add(new Choice("", words.text("intake.use.none")));
        fields.forEach(field -> uses.add(new Choice("field:" + field.code(), faults.label(field.code()))));
        for (IntakeField field : fields) {
            if (field.type() == FieldType.MOMENT) {
                String label = faults.label(field.code());
                uses.add(new Choice("time:" + field.code(), words.text("intake.use.time", label)));
                uses.add(new Choice("check:" + field.code(), words.text("intake.use.check", label)));
            }
        }
        return uses;
    }

    List<MappingPage.Column> columns() {
        List<Guess> guesses = intake.guesses(file);
        List<MappingPage.Column> columns = new ArrayList<>();
        for (FileProfile.Column column : file.profile().columns()) {
            columns.add(column(column, guesses.get(column.position())));
        }
        return columns;
    }

    private MappingPage.Column column(FileProfile.Column column, Guess guess) {
        List<MappingPage.Remark> remarks = guess.remarks().stream()
                .map(remark -> new MappingPage.Remark(
                        remark.state(),
                        words.text(
                                "intake.remark." + remark.code(), remark.args().toArray())))
                .toList();
        boolean conflict =
                guess.remarks().stream().anyMatch(remark -> remark.code().equals("conflict"));
        String level = conflict
                ? "conflict"
                : guess.confidence() >= 0.9 ? "sure" : guess.confidence() >= 0.7 ? "likely" : "check";
        int percent = (int) Math.round(guess.confidence() * 100);
        boolean used = guess.use().role() != Role.IGNORE;
        return new MappingPage.Column(
                column.position(),
                faults.heading(column.position()),
                column.samples().stream()
                        .map(sample -> Veil.sample(sample, column))
                        .toList(),
                code(guess.use()),
                used ? percent : 0,
                !used || level.equals("sure") ? "" : conflict ? "late" : "due",
                used ? words.text("intake.sure." + level, words.number(guess.confidence(), 2)) : "",
                remarks);
    }

    /** The first rows. */
    MappingPage.Preview preview() {
        List<IntakeField> shown = fields.stream()
                .filter(field -> file.mapping().column(Role.FIELD, field.code()).isPresent())
                .toList();
        return new MappingPage.Preview(
                shown.stream().map(field -> faults.label(field.code())).toList(),
                intake.preview(actor, file).stream()
                        .map(row -> line(row, shown))
                        .toList());
    }

    private MappingPage.Line line(PreviewRow row, List<IntakeField> shown) {
        boolean rejected = !row.faults().isEmpty();
        return new MappingPage.Line(
                row.line(),
                shown.stream().map(field -> cell(row, field)).toList(),
                words.text("intake.outcome." + row.outcome()),
                rejected ? "late" : "",
                rejected ? faults.reason(row.faults().getFirst()) : null);
    }

    private MappingPage.Cell cell(PreviewRow row, IntakeField field) {
        int column = file.mapping().column(Role.FIELD, field.code()).orElseThrow();
        String given = column < row.cells().size() ? row.cells().get(column).strip() : "";
        boolean fault = row.faults().stream().anyMatch(f -> field.code().equals(f.field()));
        Value value = row.values().get(field.code());
        String text = value == null ? Veil.value(given, field.type()) : text(value, field);
        boolean doubtful = value instanceof Value.Moment && doubtful(given);
        return new MappingPage.Cell(text, doubtful ? given : null, fault);
    }

    /** Whether the cell could mean another day as well. */
    private boolean doubtful(String given) {
        Dated date = dates.read(given, CellKind.TEXT);
        return date != null && date.ambiguous();
    }

    private String text(Value value, IntakeField field) {
        return switch (value) {
            case Value.Text(var text) -> Veil.value(text, field.type());
            case Value.Moment(var at, var given, var timed) -> moment(at, timed, actor.zone());
            case Value.Phone(var given, var e164) -> Veil.value(given, field.type());
            case Value.Code(var option, var given) -> faults.label(field.code(), option);
            case Value.Number(var number) -> number.toPlainString();
        };
    }

    private static String moment(Instant at, boolean timed, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return (timed ? MINUTE : DAY).format(local);
    }
}
