package org.redress.ground.notification.gateway;

import org.springframework.core.env.Environment;

/** {@code redress.mail.*}: host, port, user, password, from and security ({@code none}, {@code starttls}, {@code tls}). */
record MailSettings(String host, int port, String user, String password, String from, String security) {

    private static final int SUBMISSION = 587;

    /** Whether the operator has set up a mail server. */
    static boolean present(Environment settings) {
        return !settings.getProperty("redress.mail.host", "").isBlank();
    }

    static MailSettings of(Environment settings) {
        return new MailSettings(
                settings.getRequiredProperty("redress.mail.host"),
                settings.getProperty("redress.mail.port", Integer.class, SUBMISSION),
                settings.getProperty("redress.mail.user", ""),
                settings.getProperty("redress.mail.password", ""),
                settings.getRequiredProperty("redress.mail.from"),
                settings.getProperty("redress.mail.security", "starttls"));
    }

    boolean tls() {
        return security.equals("tls");
    }

    boolean startTls() {
        return security.equals("starttls");
    }

    /** What stands behind the at sign of our Message-IDs. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
