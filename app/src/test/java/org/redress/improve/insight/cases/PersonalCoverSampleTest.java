package org.redress.improve.insight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.Rows;
import org.redress.ground.intake.sheet.Sniffer;
import org.redress.ground.party.Blackout;
import org.redress.support.SharedData;

/** Real messages: nothing that a machine can find of a person is left, and nearly all of the matter is. */
@Tag("S8.4")
class PersonalCoverSampleTest {

    private static final Pattern FIGURES = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){6,}");
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d{2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}");
    private static final Pattern CALLED =
            Pattern.compile("我叫[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕]\\p{IsHan}{1,2}[，。,.、]");
    private static final Pattern MAIL = Pattern.compile("[\\w.]+@\\w+\\.\\w+");

    private static List<String> column(String file, String name) throws IOException {
        List<String> texts = new ArrayList<>();
        var path = SharedData.file(file);
        try (Rows rows = Rows.filled(Rows.all(path, Sniffer.look(path).layout()))) {
            Row heading = rows.next();
            int at = 0;
            while (heading != null && !heading.text(at).strip().equals(name)) {
                at++;
            }
            for (Row row = rows.next(); row != null; row = rows.next()) {
                texts.add(row.text(at).strip());
            }
        }
        return texts;
    }

    private static double covered(List<String> texts, PersonalCover cover) {
        long gone = 0;
        long all = 0;
        for (String text : texts) {
            String after = cover.over(text);
            assertThat(CALLED.matcher(after).find()).as(after).isFalse();
            assertThat(MAIL.matcher(after).find()).as(after).isFalse();
            assertThat(FIGURES.matcher(DATE.matcher(after).replaceAll("")).find())
                    .as(after)
                    .isFalse();
            long left = after.replace(Blackout.COVER, "")
                    .codePointCount(0, after.replace(Blackout.COVER, "").length());
            gone += Math.max(0, text.codePointCount(0, text.length()) - left);
            all += text.codePointCount(0, text.length());
        }
        return (double) gone / all;
    }

    @Test
    void citizens_messages_in_chinese() throws IOException {
        List<String> texts = new ArrayList<>(column("zhengwu/附件2_部分_921行.xlsx", "留言详情"));
        texts.addAll(column("zhengwu/附件2_示例.xlsx", "留言详情"));
        assertThat(texts).hasSizeGreaterThan(1_000);
        assertThat(covered(texts, new PersonalCover("CN", List.of()))).isBetween(0.0005, 0.03);
    }

    @Test
    void complaints_about_an_american_operator() throws IOException {
        List<String> texts = column("comcast_sample.csv", "Customer Complaint");
        assertThat(texts).hasSizeGreaterThan(40);
        assertThat(covered(texts, new PersonalCover("US", List.of()))).isLessThan(0.03);
    }
}
