package org.redress.ground.notification;

import java.time.Instant;
import java.util.UUID;
import org.redress.ground.identity.BureauId;

/**
 * Takes mails that people wrote, each once by its Message-ID, in the transaction in which it is written down. What it
 * throws undoes that; the mail is kept whole and waits for a person.
 */
public interface MailTaker {

    /** False where it is for a person to see what it belongs to. */
    boolean take(BureauId bureau, IncomingMail mail);

    /**
     * It is left for a person, in the same transaction; may be told again of a mail that was handed on once more. So is what
     * could not be read, fetched or taken.
     */
    default void waits(BureauId bureau, UUID mail, Instant arrivedAt) {}
}
