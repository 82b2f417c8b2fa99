package org.redress.desk.recovery.plan;

import org.redress.desk.recovery.RemedyKind;

/**
 * A remedy as whoever makes a plan wants it.
 *
 * @param speaker who is to give it
 */
public record Chosen(RemedyKind kind, Speaker speaker) {}
