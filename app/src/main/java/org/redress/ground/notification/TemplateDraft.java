package org.redress.ground.notification;

/**
 * Words for an occasion, with names in double braces: {@code {{number}}}.
 *
 * @param title empty for SMS
 */
public record TemplateDraft(TemplateKey key, String title, String body) {}
