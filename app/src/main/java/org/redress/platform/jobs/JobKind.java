package org.redress.platform.jobs;

import java.util.function.Consumer;

/**
 * A kind of long work that is asked for one at a time, by {@link Jobs#start}. It survives the death of the process: it
 * is called again with the same argument and must go on from what it has committed.
 *
 * @param name unique, e.g. {@code intake.run}
 * @param work gets the argument given at the start
 */
public record JobKind(String name, Consumer<String> work) {}
