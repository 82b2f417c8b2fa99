package org.redress.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The ledger that the bureau kept before it had the product: half a year of complaints as a CSV file. The demonstration
 * begins like any bureau, with that file.
 */
final class DemoLedger {

    static final String SOURCE = "旧投诉台账";
    static final String FILE = "投诉台账.csv";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> HEADER =
            List.of("受理编号", "受理时间", "联系电话", "客户姓名", "地点", "渠道", "类型", "失误类型", "标题", "投诉内容", "处理状态", "经办人", "办结时间");
    private static final List<String> CHANNELS = List.of("热线", "热线", "热线", "营业厅", "网上", "信函", "短信");
    private static final Map<String, String> KINDS =
            Map.of("COMPLAINT", "投诉", "FAULT", "故障", "BILL_DISPUTE", "账单争议", "ENQUIRY", "咨询");

    private record Row(Instant at, DemoScenario words, DemoCustomers.Customer customer, String channel, String by) {}

    private final List<Row> rows = new ArrayList<>();
    private final ZoneId zone;
    private final Instant slowBefore;

    DemoLedger(DemoCustomers customers, Instant now, ZoneId zone, RandomGenerator random) {
        this.zone = zone;
        ZonedDateTime first = now.atZone(zone).minusWeeks(DemoScenario.WEEKS).with(LocalTime.MIDNIGHT);
        List<String> agents = DemoPeople.STAFF.stream()
                .filter(DemoPeople.Person::answers)
                .map(DemoPeople.Person::name)
                .toList();
        for (int week = 0; week < DemoScenario.WEEKS; week++) {
            for (DemoScenario scenario : DemoScenario.all()) {
                for (int n = scenario.count(week, random); n > 0; n--) {
                    Instant at = first.plusWeeks(week)
                            .plusDays(random.nextInt(7))
                            .plusMinutes(random.nextInt(8 * 60, 19 * 60))
                            .toInstant();
                    rows.add(new Row(
                            at,
                            scenario.spoken(random),
                            customers.at(scenario.place(), random),
                            CHANNELS.get(random.nextInt(CHANNELS.size())),
                            agents.get(random.nextInt(agents.size()))));
                }
            }
        }
        slowBefore = now.minus(Duration.ofDays(30));
        Instant closedBy = now.minus(Duration.ofDays(2));
        rows.removeIf(row -> row.at().isAfter(closedBy));
        rows.sort(Comparator.comparing(Row::at));
    }

    private static String number(int index) {
        return "YZ-%06d".formatted(index + 1);
    }

    /** The cause that each entry turned out to have, by its number. */
    Map<String, String> causes() {
        Map<String, String> causes = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            causes.put(number(i), rows.get(i).words().cause());
        }
        return causes;
    }

    byte[] csv(RandomGenerator random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter out = CsvWriter.builder().build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            out.writeRecord(HEADER);
            for (int i = 0; i < rows.size(); i++) {
                out.writeRecord(line(i, rows.get(i), random));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Most is done within two days; of what is long ago some took weeks. */
    private Duration taken(Row row, int minutes) {
        boolean slow = minutes % 14 == 0 && row.at().isBefore(slowBefore);
        return Duration.ofMinutes(slow ? minutes * 12L : minutes);
    }

    private List<String> line(int index, Row row, RandomGenerator random) {
        Instant settled = row.at().plus(taken(row, random.nextInt(90, 47 * 60)));
        return List.of(
                number(index),
                TIME.format(row.at().atZone(zone)),
                row.customer().phone(),
                row.customer().name(),
                row.customer().place(),
                row.channel(),
                KINDS.getOrDefault(row.words().kind(), "投诉"),
                DemoDiagnosis.typeOf(row.words().cause()),
                row.words().subject(),
                row.words().text(),
                "已办结",
                row.by(),
                TIME.format(settled.atZone(zone)));
    }
}
