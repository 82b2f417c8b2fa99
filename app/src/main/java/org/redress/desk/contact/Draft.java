package org.redress.desk.contact;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A contact that is being typed.
 *
 * @param page the window that saved it last
 * @param typed what was typed, by field
 */
public record Draft(
        ContactId id, UUID page, int version, Instant begunAt, Instant savedAt, Map<String, String> typed) {}
