package org.redress.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.notification.IncomingMails;
import org.springframework.stereotype.Component;

/** Mails of the demonstration that wait for a person: one from somebody new, one that names a ticket of another mailbox. */
@Component
class DemoMails implements DemoPart {

    private final IncomingMails mails;
    private final TicketBoard board;

    DemoMails(IncomingMails mails, TicketBoard board) {
        this.mails = mails;
        this.board = board;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoContacts.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        arrive(
                head.bureau(),
                "demo-1",
                "qiu.lan@example.org",
                "宽带账单多了一笔",
                "您好，上个月的宽带账单里多了一笔“增值业务”15元，我没有订过，请帮我查一下是怎么来的。\r\n\r\n邱兰");
        board.page(head, TicketView.CLASSIFIED, TicketFilter.NONE, null, 1).cards().stream()
                .findFirst()
                .ifPresent(ticket -> arrive(
                        head.bureau(),
                        "demo-2",
                        "xiaoyu@example.org",
                        "回复：[" + ticket.number() + "] 我妈妈的报修",
                        "我替我妈妈回一下：师傅昨天来过了，晚上八点以后还是断，麻烦再看看。"));
    }

    private void arrive(BureauId bureau, String id, String from, String subject, String text) {
        String mail = "From: <" + from + ">\r\nMessage-ID: <" + id + "@example.org>\r\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        mails.receive(bureau, mail.getBytes(StandardCharsets.UTF_8));
    }
}
