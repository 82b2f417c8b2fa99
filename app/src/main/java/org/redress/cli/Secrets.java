package org.redress.cli;

import java.security.SecureRandom;

/** Passwords that people read off a screen once: no letters that look alike. */
final class Secrets {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private Secrets() {}

    static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder(LENGTH + 3);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
