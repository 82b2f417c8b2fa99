package org.redress.desk.recovery.plan;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.RemedyKind;

/**
 * Composes what is offered for a failure (S4.3, S4.4). The order is that which customers value: tangible at once, a word at
 * once, tangible later, a word later. Where the process failed, the words at once come first; where the customer is angry or
 * furious, the apology before everything else. A second failure of its kind brings more, and somebody senior.
 */
final class ComposePlanPolicy {

    private final Situation situation;
    private final Map<RemedyKind, Set<Why>> lines = new EnumMap<>(RemedyKind.class);

    private ComposePlanPolicy(Situation situation) {
        this.situation = situation;
    }

    static List<OfferedLine> compose(Situation situation) {
        ComposePlanPolicy plan = new ComposePlanPolicy(situation);
        if (situation.customersDoing()) {
            plan.help();
        } else {
            plan.words();
            plan.substance();
            if (situation.repeated()) {
                plan.more();
            }
        }
        return plan.inOrder();
    }

    private void add(RemedyKind kind, Why why) {
        lines.computeIfAbsent(kind, one -> new LinkedHashSet<>()).add(why);
    }

    /** What was the customer's own doing is explained and helped with, and costs nothing. */
    private void help() {
        add(RemedyKind.EXPLANATION, Why.CUSTOMERS_DOING);
        add(RemedyKind.CORRECTION, Why.HELPED_ANYWAY);
        if (situation.mood() == Mood.FURIOUS) {
            add(RemedyKind.MANAGERS_INTERVENTION, Why.HEATED);
        }
    }

    private void words() {
        Why doing = situation.attribution() == null ? Why.NOT_JUDGED : situation.ours() ? Why.OURS : Why.NOT_OURS;
        for (RemedyKind word : List.of(RemedyKind.APOLOGY, RemedyKind.EXPLANATION)) {
            if (situation.process()) {
                add(word, Why.PROCESS);
            }
            add(word, doing);
        }
        if (situation.mood().heated()) {
            add(RemedyKind.APOLOGY, Why.HEATED);
        }
        if (situation.mood() == Mood.FURIOUS) {
            add(RemedyKind.MANAGERS_INTERVENTION, Why.HEATED);
        }
        if (situation.mood() == Mood.WORRIED) {
            add(RemedyKind.VISIT, Why.WORRIED);
        }
    }

    private void substance() {
        if (situation.process()) {
            add(RemedyKind.CORRECTION, Why.IN_ORDER);
            if (situation.family() == Family.CONDUCT && situation.ours()) {
                add(RemedyKind.GIFT, Why.CONDUCT);
            }
            return;
        }
        switch (situation.family()) {
            case LINE -> {
                add(RemedyKind.CORRECTION, Why.LINE_DOWN);
                add(RemedyKind.PRIORITY_REPAIR, Why.LINE_DOWN);
                whereOurs(RemedyKind.RENT_WAIVER, Why.TIME_WITHOUT);
            }
            case EQUIPMENT -> add(RemedyKind.REPLACEMENT, Why.EQUIPMENT);
            case MONEY -> {
                add(RemedyKind.CORRECTION, Why.MONEY);
                whereOurs(RemedyKind.REFUND, Why.MONEY);
            }
            case SUPPLY -> {
                add(RemedyKind.CORRECTION, Why.SUPPLY);
                whereOurs(RemedyKind.DISCOUNT, Why.SUPPLY);
            }
            case INFORMATION -> {
                add(RemedyKind.CORRECTION, Why.INFORMATION);
                whereOurs(RemedyKind.DISCOUNT, Why.INFORMATION);
            }
            case CONDUCT -> {
                add(RemedyKind.CORRECTION, Why.IN_ORDER);
                whereOurs(RemedyKind.GIFT, Why.CONDUCT);
            }
            case OTHER -> add(RemedyKind.CORRECTION, Why.IN_ORDER);
        }
    }

    private void whereOurs(RemedyKind kind, Why why) {
        if (situation.ours()) {
            add(kind, why);
        }
    }

    private void more() {
        add(RemedyKind.APOLOGY, Why.REPEATED);
        Set<Why> plain = lines.remove(RemedyKind.CORRECTION);
        if (plain != null) {
            plain.forEach(why -> add(RemedyKind.CORRECTION_PLUS, why));
        }
        add(RemedyKind.CORRECTION_PLUS, Why.REPEATED);
        add(RemedyKind.MANAGERS_INTERVENTION, Why.REPEATED);
        whereOurs(RemedyKind.BILL_CREDIT, Why.REPEATED);
        add(RemedyKind.VISIT, Why.REPEATED);
    }

    private List<OfferedLine> inOrder() {
        return lines.entrySet().stream()
                .map(line -> new OfferedLine(line.getKey(), speaker(line.getKey()), List.copyOf(line.getValue())))
                .sorted(Comparator.comparingInt((OfferedLine line) -> place(line.kind()))
                        .thenComparing(OfferedLine::kind))
                .toList();
    }

    private int place(RemedyKind kind) {
        if (kind == RemedyKind.APOLOGY && situation.mood().heated()) {
            return 0;
        }
        return switch (kind.tier()) {
            case 1 -> 2;
            case 2 -> situation.process() ? 1 : 3;
            default -> kind.tier() + 1;
        };
    }

    private Speaker speaker(RemedyKind kind) {
        if (kind == RemedyKind.MANAGERS_INTERVENTION) {
            return Speaker.HEAD;
        }
        boolean heated = situation.mood().heated();
        if (kind != RemedyKind.APOLOGY || (!heated && !situation.repeated())) {
            return Speaker.ANYBODY;
        }
        return heated && situation.repeated() ? Speaker.DIRECTOR : Speaker.HEAD;
    }
}
