package org.redress.platform.jobs;

import java.time.Duration;

/**
 * Work that comes back. A module contributes one as a bean; of several nodes one runs it at a time.
 *
 * @param name unique, e.g. {@code outbox}
 * @param pause between the end of one run and the start of the next
 */
public record RecurringJob(String name, Duration pause, Runnable work) {}
