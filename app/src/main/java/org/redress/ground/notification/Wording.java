package org.redress.ground.notification;

/**
 * What a message says.
 *
 * @param title subject of a mail, heading of a letter or of an entry in the inbox; empty for SMS
 */
public record Wording(String title, String body) {}
