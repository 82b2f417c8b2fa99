package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.platform.text.Sheet;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketExportIT {

    private static final String FORMULA = "=HYPERLINK(\"http://example.com\")";

    @Autowired
    TicketExport export;

    @Autowired
    Tickets tickets;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    private DeskFixture desk;
    private Ticket ticket;

    @BeforeAll
    void found() {
        desk = new DeskFixture(bureaus, staff);
        ticket = tickets.open(desk.lin, DeskFixture.matter(FORMULA, "13812342046", "枫林路"));
        tickets.open(desk.lin, DeskFixture.matter("宽带, \"又\"断了", null, null));
    }

    /** OWASP, CSV injection: a cell that begins with = + - @ ran when the file was opened. */
    @Test
    void csv_holds_the_view_in_the_readers_language_with_nothing_that_runs_and_no_full_number() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TicketExport.Written written =
                export.write(desk.head, TicketView.OPEN, TicketFilter.NONE, Sheet.Format.CSV, out);
        assertThat(written.tickets()).isEqualTo(2);
        assertThat(written.neutralised()).isPositive();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("13812342046");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new StringReader(text.substring(1)))) {
            List<CsvRecord> rows = reader.stream().toList();
            assertThat(rows.getFirst().getField(0)).isEqualTo("工单号");
            assertThat(rows.get(1).getFields()).contains(ticket.number().toString(), "'" + FORMULA, "投诉", "枫林路");
            assertThat(rows.get(2).getFields()).contains("宽带, \"又\"断了");
        }
    }

    @Test
    void xlsx_holds_text_cells_only(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TicketExport.Written written =
                export.write(desk.head, TicketView.OPEN, TicketFilter.NONE, Sheet.Format.XLSX, out);
        assertThat(written.neutralised()).isZero();
        String sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml", folder);
        assertThat(sheet)
                .contains("<is><t>=HYPERLINK(")
                .doesNotContain("<f>")
                .contains(ticket.number().toString());
        assertThat(sheet.split("<row ", -1)).hasSize(4);
    }

    private static String part(byte[] workbook, String name, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("tickets.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoever_has_no_right_to_take_tickets_out_gets_no_file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> export.write(desk.lin, TicketView.OPEN, TicketFilter.NONE, Sheet.Format.CSV, out))
                .isInstanceOf(Problem.class);
    }
}
