package org.redress.ground.identity;

/**
 * One permission of a post.
 *
 * @param kind what it is about, e.g. {@code ticket}, {@code contact}, {@code customer}, {@code standing}, {@code import}, {@code
 *     cause}, {@code prevention}, {@code staff}, {@code rule}, {@code trail}, {@code message}, {@code card}, {@code review},
 *     {@code fault}, {@code followup}, {@code effect}, {@code compensation} (money given to customers: ASSIGN is to approve it,
 *     MANAGE to set budgets), {@code plan} (also what the customer wants), {@code reaction}, {@code support} (of staff), {@code
 *     taxonomy}, {@code pause.customer}, {@code pause.appointment}, {@code pause.force} (to let a matter stand still for that
 *     reason); {@code *} is every kind
 */
public record Grant(Action action, String kind, Scope scope) {

    static final String EVERY_KIND = "*";

    boolean covers(Action wanted, String wantedKind) {
        return action == wanted && (kind.equals(EVERY_KIND) || kind.equals(wantedKind));
    }
}
