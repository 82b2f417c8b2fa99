package org.redress.desk.procedure;

/**
 * A planned segment.
 *
 * @param place in its version, from 0
 */
public record Stage(int place, Task task) {}
