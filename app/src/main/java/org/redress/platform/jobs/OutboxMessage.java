package org.redress.platform.jobs;

/**
 * What happened, for those who must know later.
 *
 * @param id grows with time within a bureau
 * @param topic module and past tense, e.g. {@code ticket.opened}
 * @param payload JSON with ids and facts
 */
public record OutboxMessage(int bureau, long id, String topic, String payload) {}
