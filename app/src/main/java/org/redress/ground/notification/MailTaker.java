package org.redress.ground.notification;

import org.redress.ground.identity.BureauId;

/**
 * Takes mails that came in, each once by its Message-ID, in the transaction in which it is written down. What it throws
 * undoes that; the mail is kept whole and waits for a person.
 */
public interface MailTaker {

    void take(BureauId bureau, IncomingMail mail);
}
