package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.database.Ids;

@Tag("S5.1")
class MailReaderTest {

    private static final Instant NOW = Instant.parse("2031-03-05T02:00:00Z");
    private static final long LIMIT = 100_000;

    private static IncomingMail read(String mail) throws Exception {
        return read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static IncomingMail read(byte[] mail) throws Exception {
        return MailReader.read(mail, Ids.next(), NOW, LIMIT);
    }

    private static IncomingMail headed(String header) throws Exception {
        return read("From: Zhang <zhang@example.org>\r\nSubject: Hello\r\n" + header
                + "\r\n\r\n--x\r\n\r\nHi\r\n--x--\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Nothing: 1 | PERSON",
                "Auto-Submitted: no | PERSON",
                "Auto-Submitted: auto-replied (vacation) | AUTO_REPLY",
                "Auto-Submitted: AUTO-REPLIED; owner-email=\"a@b.c\" | AUTO_REPLY",
                "Auto-Submitted: auto-generated | AUTOMATIC",
                "X-Autoreply: yes | AUTO_REPLY",
                "Precedence: auto_reply | AUTO_REPLY",
                "Precedence: bulk | AUTOMATIC",
                "List-Id: <all.example.org> | AUTOMATIC",
                "Return-Path: <> | AUTOMATIC",
                "X-Redress-Message: 0198 | OURS",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x | BOUNCE",
                "Content-Type: multipart/report; report-type=\"disposition-notification\"; boundary=x | BOUNCE"
            })
    void what_a_machine_wrote_is_told_from_what_a_person_wrote(String header, MailNature nature) throws Exception {
        assertThat(headed(header).nature()).isEqualTo(nature);
    }

    @Test
    void what_no_text_column_takes_is_left_out() throws Exception {
        IncomingMail mail = read("From: a@example.org\r\nSubject: =?utf-8?B?QQBC?=\r\n\r\nx\0y\r\n");
        assertThat(mail.subject()).isEqualTo("AB");
        assertThat(mail.text()).doesNotContain("\0").startsWith("xy");
    }

    @Test
    void a_machine_is_known_by_its_name() throws Exception {
        for (String from : new String[] {"no-reply@shop.example", "MAILER-DAEMON@mx.example", "noreply+7@x.example"}) {
            assertThat(read("From: " + from + "\r\n\r\nx").nature()).as(from).isEqualTo(MailNature.AUTOMATIC);
        }
        assertThat(read("From: norah@x.example\r\n\r\nx").nature()).isEqualTo(MailNature.PERSON);
    }

    @Test
    void an_answer_finds_its_subject_by_the_thread_and_else_by_the_mark() throws Exception {
        MessageId ours = new MessageId(Ids.next());
        String id = MailMark.messageId(ours, "T-1184273", "yunze.example");
        IncomingMail threaded = headed("Message-ID: <a@b>\r\nReferences: <x@y> " + id + "\r\nIn-Reply-To: " + id);
        assertThat(threaded.answers()).isEqualTo(ours);
        assertThat(threaded.mark()).isEqualTo("T-1184273");
        assertThat(threaded.references()).containsExactly("<x@y>", id);
        assertThat(threaded.messageId()).isEqualTo("<a@b>");

        IncomingMail marked = read("From: a@b.example\r\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString("回复：答复 [T-1184273]".getBytes(StandardCharsets.UTF_8))
                + "?=\r\n\r\nx");
        assertThat(marked.mark()).isEqualTo("T-1184273");
        assertThat(marked.answers()).isNull();
        assertThat(headed("X-A: 1").mark()).isNull();
    }

    @Test
    void a_mail_without_an_id_gets_one_of_its_bytes() throws Exception {
        assertThat(headed("X-A: 1").messageId()).isEqualTo(headed("X-A: 1").messageId());
        assertThat(headed("X-A: 1").messageId()).isNotEqualTo(headed("X-A: 2").messageId());
    }

    @Test
    void chinese_is_read_in_the_encodings_that_it_comes_in() throws Exception {
        for (String charset : new String[] {"gb2312", "GBK", "gb18030", "utf-8", "big5"}) {
            String words = charset.equals("big5") ? "寬頻斷線" : "宽带掉线";
            String head = "From: a@b.example\r\nContent-Type: text/plain; charset=" + charset
                    + "\r\nContent-Transfer-Encoding: base64\r\n\r\n";
            Charset real = Charset.forName(charset.startsWith("gb") ? "GB18030" : charset);
            String body = Base64.getMimeEncoder().encodeToString(words.getBytes(real));
            assertThat(read(head + body).text()).as(charset).isEqualTo(words);
        }
    }

    @Test
    void a_page_gives_its_words_and_none_of_its_scripts() throws Exception {
        IncomingMail mail = read("From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><title>t</title></head><body><script>alert(1)</script><p>宽带&amp;电视</p>"
                + "<div>第二行<br>第三行</div></body></html>");
        assertThat(mail.text()).contains("宽带&电视\n", "第二行\n", "第三行").doesNotContain("alert", "<", "title");
    }

    @Test
    void a_page_has_a_line_for_each_of_its_blocks_and_a_blank_between_its_cells() throws Exception {
        IncomingMail mail = read("From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "号码<div>0571-86123407</div><table><tr><td>故障</td><td>断线</td></tr><tr><td>自</td><td>昨晚 &lt;8点&gt;</td></tr></table>"
                + "<style>p{color:red}</style><!-- <p>x</p> --><ul><li>一</li><li>二 &nbsp;</li></ul>");
        assertThat(mail.text()).isEqualTo("号码\n0571-86123407\n故障 断线\n自 昨晚 <8点>\n一\n二");
    }

    private static IncomingMail parted(String kind, String... parts) throws Exception {
        StringBuilder mail = new StringBuilder(
                "From: a@b.example\r\nSubject: Hello\r\nContent-Type: multipart/" + kind + "; boundary=x\r\n\r\n");
        for (int n = 0; n < parts.length; n += 2) {
            mail.append("--x\r\nContent-Type: ").append(parts[n]).append("; charset=utf-8\r\n\r\n");
            mail.append(parts[n + 1]).append("\r\n");
        }
        return read(mail.append("--x--\r\n").toString());
    }

    @Test
    void the_words_of_a_page_are_read_where_the_plain_version_is_blank() throws Exception {
        for (String blank : new String[] {"", "\r\n \r\n", "\u00a0\r\n", "\ufeff"}) {
            assertThat(parted("alternative", "text/plain", blank, "text/html", "<p>宽带掉线</p>")
                            .text())
                    .isEqualTo("宽带掉线");
        }
    }

    @Test
    void versions_of_the_same_words_are_read_once_and_parts_that_follow_each_other_all() throws Exception {
        assertThat(parted("alternative", "text/plain", "宽带掉线", "text/html", "<p>宽带<b>掉线</b></p>")
                        .text())
                .isEqualTo("宽带掉线");
        assertThat(parted("mixed", "text/html", "<p>宽带掉线</p>", "text/plain", "由手机发出")
                        .text())
                .isEqualTo("宽带掉线\n由手机发出");
    }

    @Test
    void an_invitation_in_a_mail_is_told_of_with_its_files() throws Exception {
        IncomingMail mail = parted(
                "alternative",
                "text/plain",
                "周三上门",
                "text/calendar",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR");
        assertThat(mail.text()).isEqualTo("周三上门");
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void a_page_made_to_be_slow_is_read_in_no_time() throws Exception {
        String head = "From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
        for (String made : new String[] {"<", "<script", "<!--", " \t", "</p", "&", "<br "}) {
            String page = made.repeat(300_000);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(head + page), made);
        }
    }

    private static String multipart(String name, byte[] content) {
        return "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
                + "See the file.\r\n--x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n--x--\r\n";
    }

    @Test
    void an_attachment_is_what_its_bytes_say() throws Exception {
        byte[] pdf = "%PDF-1.7\n%\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);
        IncomingMail good = read(multipart("..\\\\..\\\\bill.pdf", pdf));
        assertThat(good.text()).isEqualTo("See the file.");
        assertThat(good.attachments()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("bill.pdf");
            assertThat(one.type()).isEqualTo("application/pdf");
            assertThat(one.content()).isEqualTo(pdf);
        });
        byte[] program = new byte[2000];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(read(multipart("bill.pdf", program)).attachments())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.refused()).isEqualTo(MailAttachment.Refused.TYPE);
                    assertThat(one.content()).isNull();
                });
        byte[] large = new byte[(int) LIMIT + 1];
        System.arraycopy(pdf, 0, large, 0, pdf.length);
        assertThat(read(multipart("large.pdf", large)).attachments())
                .singleElement()
                .extracting(MailAttachment::refused)
                .isEqualTo(MailAttachment.Refused.SIZE);
    }

    static String report(UUID message, String action, String status) {
        return "From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nMessage-ID: <b" + message + "@mx>\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nSorry.\r\n--x\r\n"
                + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
                + "Final-Recipient: rfc822; a@b.example\r\nAction: " + action + "\r\nStatus: " + status + "\r\n"
                + "Diagnostic-Code: smtp; 550 no such user\r\n--x\r\nContent-Type: text/rfc822-headers\r\n\r\n"
                + "Message-ID: <" + message + ".T-1184273@yunze.example>\r\n--x--\r\n";
    }

    /** osTicket #1041, Zammad #5113: bounces were taken for mail of the customer. */
    @Test
    void a_bounce_names_the_message_that_did_not_arrive() {
        UUID id = Ids.next();
        byte[] failed = report(id, "failed", "5.1.1").getBytes(StandardCharsets.UTF_8);
        byte[] delayed = report(id, "delayed", "4.4.1").getBytes(StandardCharsets.UTF_8);

        assertThat(MailReader.bounce(failed))
                .contains(new MailReader.Bounce(new MessageId(id), "smtp; 550 no such user", true));
        assertThat(MailReader.bounce(delayed))
                .hasValueSatisfying(one -> assertThat(one.lasting()).isFalse());
    }
}
