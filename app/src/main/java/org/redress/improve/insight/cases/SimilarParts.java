package org.redress.improve.insight.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.ticket.FailureSuggester;
import org.redress.desk.ticket.Suggestion;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays out similar cases for the pages that offer them. */
@Component
class SimilarParts {

    static final int OFFERED = 4;

    private final CaseBase cases;
    private final Causes causes;
    private final ObjectProvider<FailureSuggester> suggester;

    SimilarParts(CaseBase cases, Causes causes, ObjectProvider<FailureSuggester> suggester) {
        this.cases = cases;
        this.causes = causes;
        this.suggester = suggester;
    }

    SimilarPart of(Actor actor, Asked asked, int limit, String back, boolean apart) {
        List<SimilarCase> found = asked.words().isBlank() ? List.of() : cases.similar(actor, asked, limit);
        Map<CauseId, Cause> tree = found.isEmpty() ? Map.of() : tree(actor);
        return new SimilarPart(
                found.stream()
                        .map(one -> new SimilarPart.Line(one, name(actor, tree, one.found())))
                        .toList(),
                !asked.words().isBlank(),
                asked.type(),
                actor.may(Action.WRITE, "ticket") && !apart,
                back,
                apart);
    }

    /** The type that the words tell; empty where they do not. */
    String suggested(String subject, String words) {
        return suggester.stream()
                .map(one -> one.suggest(subject, words))
                .flatMap(java.util.Optional::stream)
                .map(Suggestion::type)
                .findFirst()
                .orElse("");
    }

    Map<CauseId, Cause> tree(Actor actor) {
        return actor.may(Action.READ, "cause")
                ? causes.tree(actor).stream().collect(Collectors.toMap(Cause::id, Function.identity()))
                : Map.of();
    }

    static String name(Actor actor, Map<CauseId, Cause> tree, RecoveryCase one) {
        Cause cause = one.cause() == null ? null : tree.get(one.cause());
        return cause == null ? "" : cause.name(Words.of(actor.language()));
    }
}
