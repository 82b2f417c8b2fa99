package org.redress.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.redress.platform.text.Words;

class PrintedReportTest {

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void chinese_and_markup_are_read_back_as_they_were_written() throws IOException {
        byte[] pdf = new PrintedReport(Words.of(Words.CHINESE), "投诉评审会", "云泽分公司\n第一周")
                .heading("典型案例 <b>&</b>")
                .table(List.of("工单", "事由"), List.of(List.of("T-1184273", "宽带\u0000掉线 < 3天")), "没有")
                .table(List.of("工单"), List.of(), "一件也没有")
                .bytes();
        assertThat(text(pdf)).contains("投诉评审会", "云泽分公司", "典型案例 <b>&</b>", "T-1184273", "宽带掉线 < 3天", "一件也没有", "1 / 1");
    }

    @Test
    void a_long_report_has_numbered_pages_and_loses_no_row() throws IOException {
        List<List<String>> rows = IntStream.rangeClosed(1, 150)
                .mapToObj(n -> List.of("row" + n + ".", "x"))
                .toList();
        byte[] pdf = new PrintedReport(Words.of(Words.ENGLISH), "Long", "")
                .table(List.of("a", "b"), rows, "")
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("1 / " + pages, pages + " / " + pages)
                    .contains(rows.stream().map(List::getFirst).toList());
        }
    }
}
