package org.redress.improve.insight.induction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Preventions;
import org.redress.improve.insight.cases.CaseBase;
import org.redress.improve.insight.cases.RecoveryCase;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Sparkline;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Clusters of cases in the browser, and the way from one to a preventive action. */
@Controller
class ClustersDesk {

    private static final int PAGE = 30;

    private final Induction induction;
    private final CaseBase cases;
    private final Causes causes;
    private final Preventions preventions;
    private final Forms forms;

    ClustersDesk(Induction induction, CaseBase cases, Causes causes, Preventions preventions, Forms forms) {
        this.induction = induction;
        this.cases = cases;
        this.causes = causes;
        this.preventions = preventions;
        this.forms = forms;
    }

    @GetMapping("/clusters")
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "false") boolean dismissed,
            @RequestParam(required = false) @Nullable UUID below) {
        Cluster last = below == null ? null : induction.get(actor, new ClusterId(below));
        List<Cluster> found = induction.list(actor, dismissed, last, PAGE + 1);
        List<Cluster> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<CauseId, Cause> tree = tree(actor);
        ClusterRows.Look look = induction.lastLook(actor).orElse(null);
        return Page.of(
                "insight/clusters",
                new ClusterListPage(
                        dismissed,
                        shown.stream()
                                .map(one -> new ClusterListPage.Row(
                                        one, cause(tree, one, words), Sparkline.of(one.growth())))
                                .toList(),
                        look == null ? null : look.at(),
                        look == null ? 0 : look.cases(),
                        look == null ? null : look.since(),
                        found.size() <= PAGE
                                ? null
                                : "/clusters?dismissed=" + dismissed + "&below="
                                        + shown.getLast().id().value(),
                        actor.zone()));
    }

    @GetMapping("/clusters/{id}")
    ModelAndView show(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after) {
        return show(actor, words, new ClusterId(id), at, after, Attempt.NONE);
    }

    private ModelAndView show(
            Actor actor, Words words, ClusterId id, @Nullable Instant at, @Nullable UUID after, Attempt attempt) {
        Cluster cluster = induction.get(actor, id);
        CaseBase.Place from = at == null || after == null ? CaseBase.Place.TOP : new CaseBase.Place(at, after);
        List<ClusterRows.Member> members = induction.members(actor, id, from.closedAt(), from.ticket(), PAGE + 1);
        List<TicketId> shown =
                members.stream().limit(PAGE).map(ClusterRows.Member::ticket).toList();
        Map<TicketId, RecoveryCase> found = cases.of(actor, shown);
        ClusterRows.Member last = shown.isEmpty() ? null : members.get(shown.size() - 1);
        String cause = cause(tree(actor), cluster, words);
        return Page.of(
                "insight/cluster",
                new ClusterPage(
                        cluster,
                        cause,
                        Sparkline.of(cluster.growth()),
                        shown.stream().map(found::get).filter(Objects::nonNull).toList(),
                        members.size() <= PAGE || last == null
                                ? null
                                : "/clusters/" + id.value() + "?at=" + last.closedAt() + "&after="
                                        + last.ticket().value(),
                        induction.steps(actor, id),
                        preventions.ofCluster(actor, id.value()),
                        actor.may(Action.WRITE, Induction.KIND) ? propose(cluster, cause, words) : null,
                        attempt,
                        actor.zone()));
    }

    /** The form of an action with what is known filled in; people put it in their own words. */
    private static String propose(Cluster cluster, String cause, Words words) {
        String named = String.join(" · ", cluster.words());
        String what = cause.isEmpty()
                ? words.text("cluster.propose.what", named)
                : words.text("cluster.propose.cause", named, cause);
        return "/actions/new?cluster=" + cluster.id().value()
                + (cluster.cause() == null ? "" : "&cause=" + cluster.cause().value())
                + (cluster.place().isEmpty() ? "" : "&place=" + encoded(cluster.place()))
                + "&what=" + encoded(what)
                + "&measure="
                + encoded(words.text("cluster.propose.measure", named, cluster.recent(), cluster.weeks()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @PostMapping("/clusters/{id}/{deed:dismiss|restore}")
    ModelAndView decide(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String deed,
            @RequestParam Map<String, String> typed) {
        ClusterId cluster = new ClusterId(id);
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, deed, typed, words.text("cluster.done." + deed));
        return forms.take(
                form,
                () -> done(
                        deed.equals("dismiss")
                                ? induction.dismiss(actor, cluster, form.version(), form.typed("why"))
                                : induction.restore(actor, cluster, form.version())),
                attempt -> show(actor, words, cluster, null, null, attempt));
    }

    private static String done(ClusterResult result) {
        return switch (result) {
            case ClusterResult.Done done -> "/clusters/" + done.cluster().id().value();
            case ClusterResult.Refused refused -> throw Problem.conflict(refused.reason());
            case ClusterResult.Stale stale -> throw Problem.conflict("cluster.stale");
        };
    }

    private Map<CauseId, Cause> tree(Actor actor) {
        return actor.may(Action.READ, "cause")
                ? causes.tree(actor).stream().collect(Collectors.toMap(Cause::id, Function.identity()))
                : Map.of();
    }

    private static String cause(Map<CauseId, Cause> tree, Cluster one, Words words) {
        Cause cause = one.cause() == null ? null : tree.get(one.cause());
        return cause == null ? "" : cause.name(words);
    }
}
