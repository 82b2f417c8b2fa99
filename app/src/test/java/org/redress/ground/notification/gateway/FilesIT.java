package org.redress.ground.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.1")
class FilesIT {

    @Autowired
    Bureaus bureaus;

    @Autowired
    Offices offices;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void a_letter_is_a_pdf_whose_chinese_can_be_read_and_copied() throws Exception {
        Actor actor = offices.found();
        LetterGateway letters = new LetterGateway(folder, bureaus, clock);
        Outgoing message = Sample.of(
                actor.bureau(), MessageChannel.LETTER, "张伟\n河东区枫林路12号 <3楼>", "尊敬的客户：\n\n您反映的“宽带 & 电视”已更换分光器。\u0000");
        String name = letters.carry(message);
        letters.carry(message);

        Path of = folder.resolve(Integer.toString(actor.bureau().value()));
        Path file = of.resolve(name);
        assertThat(of.toFile().list()).containsExactly(message.id().value() + ".pdf");
        assertThat(Files.size(file)).isLessThan(400_000);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("试验局", "张伟", "河东区枫林路12号 <3楼>", "T-1184273", "对您所反映问题的答复", "宽带 & 电视", "分光器");
        }
    }

    @Test
    void the_file_adapter_writes_one_file_for_each_message_however_often_it_comes() throws Exception {
        FileGateway files = new FileGateway(MessageChannel.SMS, folder);
        Outgoing message = Sample.of(MessageChannel.SMS, "+8613800000001", "已受理");
        String name = files.carry(message);
        files.carry(message);

        Path sms = folder.resolve("7/sms");
        assertThat(sms.toFile().list()).containsExactly(name);
        assertThat(Files.readString(sms.resolve(name)))
                .contains("+8613800000001")
                .contains("已受理");
    }
}
