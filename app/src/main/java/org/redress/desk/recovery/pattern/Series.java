package org.redress.desk.recovery.pattern;

import java.util.List;
import java.util.UUID;

/**
 * Compensations that together are worth a look.
 *
 * @param bounds the numbers of the rulebook by which they were found
 */
record Series(PatternKind kind, UUID subject, List<PatternCase> cases, String bounds) {}
