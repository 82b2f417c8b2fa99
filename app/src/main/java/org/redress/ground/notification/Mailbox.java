package org.redress.ground.notification;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import org.redress.ground.identity.BureauId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads a mailbox by IMAP, from where it stopped, and leaves it as it was: nothing is deleted, nothing marked as read. A
 * mail that it read twice is one all the same, by its Message-ID.
 */
final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    /** Bytes of a whole mail; a larger one is written down by its headers alone. */
    private static final int LARGEST = 60_000_000;

    private final MailboxSettings settings;
    private final BureauId bureau;
    private final IncomingMails mails;
    private final MailRows rows;
    private final Session session;

    Mailbox(MailboxSettings settings, BureauId bureau, IncomingMails mails, MailRows rows) {
        this.settings = settings;
        this.bureau = bureau;
        this.mails = mails;
        this.rows = rows;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailboxSettings settings) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            properties.setProperty("mail." + protocol + ".connectiontimeout", "10000");
            properties.setProperty("mail." + protocol + ".timeout", "30000");
            properties.setProperty("mail." + protocol + ".partialfetch", "false");
        }
        properties.setProperty("mail.imap.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.imap.starttls.required", Boolean.toString(settings.startTls()));
        return properties;
    }

    /** Everything that came since the last time; a mailbox that cannot be reached is left for the next time. */
    int read() {
        try (Store store = session.getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_ONLY);
                return read(folder, (UIDFolder) folder);
            }
        } catch (MessagingException away) {
            log.warn("mailbox {} cannot be read now: {}", settings.name(), away.getMessage());
            return 0;
        }
    }

    private int read(Folder folder, UIDFolder numbers) throws MessagingException {
        long validity = numbers.getUIDValidity();
        long last = rows.lastRead(bureau, settings.name(), validity);
        int count = 0;
        for (Message message : numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            long uid = numbers.getUID(message);
            // A range that is empty still gives the last mail of the folder.
            if (uid > last && folder.isOpen()) {
                if (!takeOrGoOn((MimeMessage) message, uid)) {
                    return count;
                }
                rows.read(bureau, settings.name(), validity, uid);
                count++;
            }
        }
        return count;
    }

    /**
     * One mail that cannot even be written down stays in its mailbox and keeps no later one waiting; false where the
     * database is away, so that it is read again the next time.
     */
    private boolean takeOrGoOn(MimeMessage message, long uid) throws MessagingException {
        try {
            take(message);
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException
                | TransactionException away) {
            log.warn("mailbox {}: mail {} is read again later", settings.name(), uid, away);
            return false;
        } catch (RuntimeException lost) {
            log.error("mailbox {}: mail {} could not be written down, it is left there", settings.name(), uid, lost);
        }
        return true;
    }

    private void take(MimeMessage message) throws MessagingException {
        int size = message.getSize();
        if (size > LARGEST) {
            String from = String.join(" ", headers(message, "From"));
            String subject = MailReader.decoded(message.getHeader("Subject", null));
            mails.refuse(bureau, MailReader.messageId(message, new byte[0]), from, subject, size);
            return;
        }
        ByteArrayOutputStream raw = new ByteArrayOutputStream(Math.max(1024, size));
        try {
            message.writeTo(raw);
        } catch (IOException cut) {
            throw new MessagingException("cut off", cut);
        }
        mails.receive(bureau, raw.toByteArray());
    }

    private static String[] headers(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? new String[0] : values;
    }
}
