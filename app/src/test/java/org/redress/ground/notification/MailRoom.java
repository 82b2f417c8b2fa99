package org.redress.ground.notification;

import org.redress.ground.identity.BureauId;
import org.springframework.stereotype.Component;

/** Lets mails arrive as if a mailbox had been read, for tests of other rooms. */
@Component
public class MailRoom {

    private final IncomingMails mails;

    MailRoom(IncomingMails mails) {
        this.mails = mails;
    }

    public void receive(BureauId bureau, byte[] raw) {
        mails.receive(bureau, raw);
    }
}
