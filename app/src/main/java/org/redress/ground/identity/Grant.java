package org.redress.ground.identity;

/**
 * One permission of a post.
 *
 * @param kind what it is about: {@code ticket}, {@code contact}, {@code customer}, {@code import}, {@code cause}, {@code
 *     prevention}, {@code staff}, {@code rule}, {@code trail}, {@code message}, {@code hot}, {@code
 *     card}, {@code review}, {@code fault}, {@code compensation} (money given to
 *     customers; ASSIGN is to approve it, MANAGE to set budgets), {@code install}, {@code pattern} (series of
 *     compensations to be looked at); {@code *} is every kind
 */
public record Grant(Action action, String kind, Scope scope) {

    boolean covers(Action wanted, String wantedKind) {
        return action == wanted && (kind.equals("*") || kind.equals(wantedKind));
    }
}
