package org.redress.ground.trail;

import java.util.UUID;

/**
 * What was done to one thing.
 *
 * @param detail a JSON object without personal data
 */
public record Deed(UUID subject, String detail) {}
