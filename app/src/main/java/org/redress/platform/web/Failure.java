package org.redress.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the reader sees it, already in their language: what failed, what is safe, what to do now.
 *
 * @param status the HTTP status
 * @param code the problem's code, or the incident's number where nobody foresaw it
 * @param field the input that it belongs to, or null
 */
public record Failure(
        int status,
        String code,
        String title,
        String text,
        String advice,
        @Nullable String field) {}
