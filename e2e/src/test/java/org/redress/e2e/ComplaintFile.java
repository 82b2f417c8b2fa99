package org.redress.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Complaint files for tests: the real sample where it lies beside the checkout, else one with the same dirt. */
final class ComplaintFile {

    static final int SAMPLE_ROWS = 51;

    private static final String HEADING =
            "Ticket #,Customer Complaint,Date,Date_month_year,Time,Received Via,City,State,"
                    + "Zip code,Status,Filing on Behalf of Someone";

    private ComplaintFile() {}

    /** Fifty-one complaints, sorted by city; in some of them day and month are swapped, in both date columns alike. */
    static Path sample(Path folder) throws IOException {
        Path real = Path.of("..", "..", "shared", "data", "comcast_sample.csv")
                .toAbsolutePath()
                .normalize();
        Path file = folder.resolve("comcast_sample.csv");
        if (Files.isRegularFile(real)) {
            return Files.copy(real, file);
        }
        StringBuilder csv = new StringBuilder("\ufeff").append(HEADING).append("\r\n");
        String[] cities = {"Abingdon", "Acworth", "Alexandria", "Atlanta"};
        String[] matters = {
            "Internet speed", "Billing over charge", "No service since Monday", "Data cap", "Rude on the phone"
        };
        for (int i = 0; i < SAMPLE_ROWS; i++) {
            boolean swapped = i % 4 == 0;
            String date =
                    swapped ? "04-%02d-2015".formatted(7 + i % 5) : "%02d-0%d-2015".formatted(13 + i % 15, 4 + i % 3);
            String month = swapped
                    ? "04-%s-15".formatted(new String[] {"Jul", "Aug", "Sep", "Oct", "Nov"}[i % 5])
                    : "%02d-%s-15".formatted(13 + i % 15, new String[] {"Apr", "May", "Jun"}[i % 3]);
            csv.append("%d,%s,%s,%s,%02d:10:00 PM,%s,%s,Georgia,%s,%s,No\r\n"
                    .formatted(
                            200_000 + i,
                            matters[i % matters.length],
                            date,
                            month,
                            1 + i % 11,
                            i % 2 == 0 ? "Internet" : "Customer Care Call",
                            cities[i % cities.length],
                            1000 + i * 7,
                            i % 3 == 0 ? "Open" : i % 3 == 1 ? "Closed" : "Solved"));
        }
        return Files.writeString(file, csv, StandardCharsets.UTF_8);
    }

    /** Many Chinese complaints with numbers of their own. */
    static Path many(Path folder, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("受理编号,受理时间,联系电话,地点,渠道,标题,投诉内容,处理状态\n");
        for (int i = 0; i < rows; i++) {
            csv.append("K-%06d,2026-%02d-%02d %02d:%02d,1380000%04d,地点%d,热线,宽带又断了,昨晚断网，第%d次来电,处理中\n"
                    .formatted(i, i % 9 + 1, i % 27 + 1, i % 24, i % 60, i % 3000, i % 40, i % 5));
        }
        return Files.writeString(folder.resolve("many.csv"), csv, StandardCharsets.UTF_8);
    }
}
