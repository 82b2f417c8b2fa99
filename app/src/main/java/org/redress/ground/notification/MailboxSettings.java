package org.redress.ground.notification;

import org.springframework.core.env.Environment;

/** {@code redress.mail.imap.*}: host, port, user, password, folder and security ({@code none}, {@code starttls}, {@code tls}). */
record MailboxSettings(String host, int port, String user, String password, String folder, String security) {

    private static final int IMAPS = 993;

    static MailboxSettings of(Environment settings) {
        return new MailboxSettings(
                settings.getRequiredProperty("redress.mail.imap.host"),
                settings.getProperty("redress.mail.imap.port", Integer.class, IMAPS),
                settings.getProperty("redress.mail.imap.user", ""),
                settings.getProperty("redress.mail.imap.password", ""),
                settings.getProperty("redress.mail.imap.folder", "INBOX"),
                settings.getProperty("redress.mail.imap.security", "tls"));
    }

    String name() {
        return user + "@" + host + "/" + folder;
    }

    boolean tls() {
        return security.equals("tls");
    }

    boolean startTls() {
        return security.equals("starttls");
    }

    @Override
    public String toString() {
        return "MailboxSettings[" + name() + "]";
    }
}
