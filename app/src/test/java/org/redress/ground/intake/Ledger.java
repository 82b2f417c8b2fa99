package org.redress.ground.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.redress.ground.intake.profile.Profiler;
import org.redress.ground.intake.sheet.Sniffer;

/** A plain target's fields, for tests. */
public final class Ledger {

    public static final List<IntakeField> FIELDS = List.of(
            IntakeField.of(
                    "number", FieldType.EXTERNAL_NUMBER, List.of("受理编号", "编号", "留言编号", "用户id", "number", "ticket #")),
            IntakeField.of(
                            "received",
                            FieldType.MOMENT,
                            List.of("受理日期", "受理时间", "留言时间", "opened_at", "date", "received"))
                    .must(),
            IntakeField.of("phone", FieldType.PHONE, List.of("联系电话", "客户电话", "phone")),
            IntakeField.of("email", FieldType.EMAIL, List.of("电子邮件", "email")),
            IntakeField.of("postal", FieldType.POSTAL_CODE, List.of("邮编", "zip code")),
            IntakeField.of("state", FieldType.CODE, List.of("处理状态", "状态", "status", "incident_state"))
                    .with(List.of(
                            new IntakeField.Option("open", List.of("待处理", "new", "active")),
                            new IntakeField.Option("pending", List.of("挂起")),
                            new IntakeField.Option("closed", List.of("已办结", "办结", "solved", "resolved")))),
            IntakeField.of("subject", FieldType.TEXT, List.of("主题", "留言主题", "customer complaint")),
            IntakeField.of("text", FieldType.LONG_TEXT, List.of("投诉内容", "内容", "留言详情", "description")),
            IntakeField.of("share", FieldType.NUMBER, List.of("外省流量占比", "amount", "金额")));

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private Ledger() {}

    public static FileProfile profile(Path file) {
        return profile(file, "CN");
    }

    public static FileProfile profile(Path file, String region) {
        try {
            return Profiler.of(file, Sniffer.look(file), region, TODAY, rows -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
