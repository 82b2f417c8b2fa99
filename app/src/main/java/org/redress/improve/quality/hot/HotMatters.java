package org.redress.improve.quality.hot;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Lineage;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many complaints of one place, type or subject, more than the weeks before let expect. A matter is written down once, stays so while
 * it is hot, and cools by itself; in between a person says that it is in hand, or why it is none.
 */
@Component
public class HotMatters {

    private static final List<String> RULES =
            List.of("hot.window", "hot.history", "hot.minimum", "hot.score", "hot.cool");

    static final String KIND = "hot";
    private static final int MOST = 200;
    private static final int LATEST = 10;
    private static final UUID TOP = new UUID(-1, -1);

    private final HotRows rows;
    private final HotAlerts alerts;
    private final TicketBoard board;
    private final FailureTypes types;
    private final Rulebook rulebook;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    HotMatters(
            HotRows rows,
            HotAlerts alerts,
            TicketBoard board,
            FailureTypes types,
            Rulebook rulebook,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.alerts = alerts;
        this.board = board;
        this.types = types;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** A ticket behind a matter, and where the next page goes on. */
    public record Tickets(List<TicketCard> cards, @Nullable String next) {}

    /** Looks now, whatever the job has seen last. Whoever may read hot matters may ask for it; what is found is the product's doing. */
    @Transactional
    public void look(Actor actor) {
        actor.require(Action.READ, KIND);
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        rows.hold(product.bureau());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        HeatPolicy policy = policy(product, now);
        List<HotSearch.Measured> found = new HotSearch(policy).measure(comparable(product.bureau(), now, policy));
        Map<Matter, HotMatter> known = rows.now(product.bureau(), Double.MAX_VALUE, TOP, MOST).stream()
                .collect(Collectors.toMap(HotMatter::matter, Function.identity()));
        List<Matter> hot = new ArrayList<>();
        for (HotSearch.Measured one : found) {
            HotMatter before = known.get(one.matter());
            if (before == null ? policy.hot(one.heat()) : policy.stillHot(one.heat())) {
                hot.add(one.matter());
                keep(product, before, one, now, known.size() + hot.size() <= MOST);
            }
        }
        known.values().stream().filter(one -> !hot.contains(one.matter())).forEach(one -> {
            rows.cool(product.bureau(), one.id(), now);
            trail.record(product, "hot.cool", KIND, one.id().value(), "{}");
        });
    }

    /** A type that was split within the weeks compared is counted as it was before, else its parts would seem new. */
    private List<Cell> comparable(BureauId bureau, Instant now, HeatPolicy policy) {
        Lineage.Comparison compared = compared(bureau, now, policy.windowDays() * (policy.spans() + 1L));
        return rows.cells(bureau, now, policy.windowDays(), policy.spans()).stream()
                .map(cell -> cell.as(compared.of(cell.type())))
                .toList();
    }

    private Lineage.Comparison compared(BureauId bureau, Instant until, long days) {
        return types.taxonomy(bureau).lineage().since(until.minus(days, ChronoUnit.DAYS));
    }

    private void keep(Actor product, @Nullable HotMatter before, HotSearch.Measured found, Instant now, boolean room) {
        if (before != null) {
            rows.measure(product.bureau(), before.id(), found.heat(), found.course(), now);
            return;
        }
        if (room) {
            HotMatter fresh = new HotMatter(
                    new HotId(Ids.next()),
                    found.matter(),
                    found.units().getFirst(),
                    now,
                    now,
                    null,
                    found.heat(),
                    found.course(),
                    null);
            rows.insert(product.bureau(), fresh);
            trail.record(product, "hot.raise", KIND, fresh.id().value(), "{}");
            alerts.raise(product, fresh, subject(product, fresh), found.units(), now);
        }
    }

    /** The rules in force today, as the search goes by them. */
    HeatPolicy policy(Actor actor, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        int days = rulebook.days(actor.bureau(), "hot.window", today);
        int weeks = rule(actor, "hot.history", today).amount().intValueExact();
        return new HeatPolicy(
                days,
                Math.max(1, weeks * 7 / days),
                rulebook.count(actor.bureau(), "hot.minimum", today),
                rule(actor, "hot.score", today).amount().doubleValue(),
                rule(actor, "hot.cool", today).amount().doubleValue());
    }

    /** The same rules, to be shown. */
    List<Rule> rules(Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return RULES.stream().map(code -> rule(actor, code, today)).toList();
    }

    private Rule rule(Actor actor, String code, LocalDate today) {
        return rulebook.get(actor.bureau(), code, today);
    }

    /** A person has it in hand and says how. */
    @Transactional
    public HotResult acknowledge(Actor actor, HotId id, String words) {
        return say(actor, id, HotMatter.Word.ACKNOWLEDGED, words);
    }

    /** It is none, for a reason; it is not told of again while it stays hot. */
    @Transactional
    public HotResult dismiss(Actor actor, HotId id, String why) {
        return say(actor, id, HotMatter.Word.DISMISSED, why);
    }

    private HotResult say(Actor actor, HotId id, HotMatter.Word word, String words) {
        actor.require(Action.WRITE, KIND);
        String said = Typed.required(words, "words");
        get(actor, id);
        Instant now = clock.instant();
        if (!rows.say(actor.bureau(), id, new HotMatter.Said(word, actor.staff(), now, said))) {
            return new HotResult.Refused(get(actor, id));
        }
        trail.record(actor, "hot.say", KIND, id.value(), "{\"said\":\"" + word + "\"}");
        return new HotResult.Done(get(actor, id));
    }

    public HotMatter get(Actor actor, HotId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("hot.absent"));
    }

    /** What is hot, the hottest first, after the last one seen. */
    public List<HotMatter> now(Actor actor, @Nullable Double score, @Nullable UUID id, int limit) {
        actor.require(Action.READ, KIND);
        return rows.now(
                actor.bureau(), score == null || id == null ? Double.MAX_VALUE : score, id == null ? TOP : id, limit);
    }

    /** What was hot, the latest cooled first, after the last one seen. */
    public List<HotMatter> cooled(Actor actor, @Nullable Instant at, @Nullable UUID id, int limit) {
        actor.require(Action.READ, KIND);
        Instant from = at == null || id == null ? clock.instant().plus(1, ChronoUnit.DAYS) : at;
        return rows.cooled(actor.bureau(), from, id == null ? TOP : id, limit);
    }

    /** The words of a matter's subject, see {@link #subjects}; empty where there are none. */
    String subject(Actor actor, HotMatter matter) {
        return subjects(actor, List.of(matter.id())).getOrDefault(matter.id(), "");
    }

    /**
     * The words of the subjects of matters, each as the latest ticket of its window has it that the reader may see. Left out is
     * what is not known by a subject, and of what the reader sees none of the latest tickets.
     */
    public Map<HotId, String> subjects(Actor actor, Collection<HotId> ids) {
        actor.require(Action.READ, KIND);
        Map<HotId, List<TicketId>> latest = rows.latest(actor.bureau(), ids, LATEST);
        if (latest.isEmpty()) {
            return Map.of();
        }
        Map<TicketId, String> seen =
                board
                        .cards(
                                actor,
                                latest.values().stream().flatMap(List::stream).toList())
                        .stream()
                        .collect(Collectors.toMap(TicketCard::id, TicketCard::subject));
        Map<HotId, String> said = new HashMap<>();
        latest.forEach((id, tickets) -> tickets.stream()
                .map(seen::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(words -> said.put(id, words)));
        return said;
    }

    /** The tickets of the window in which it was measured last, the latest first, without those outside the reader's scope. */
    public Tickets tickets(Actor actor, HotMatter matter, @Nullable Instant at, @Nullable UUID after, int limit) {
        actor.require(Action.READ, KIND);
        Instant until = matter.measuredAt();
        Instant from = until.minus(matter.heat().windowDays(), ChronoUnit.DAYS);
        Set<String> codes = compared(
                        actor.bureau(),
                        until,
                        matter.heat().windowDays() * (matter.heat().spans() + 1L))
                .behind(matter.matter().type());
        List<HotRows.Behind> found = rows.behind(
                actor.bureau(), matter.matter(), codes, from, at == null ? until.plusSeconds(1) : at, after, limit + 1);
        List<HotRows.Behind> shown = found.stream().limit(limit).toList();
        HotRows.Behind last = found.size() > limit ? shown.getLast() : null;
        return new Tickets(
                board.cards(
                        actor,
                        shown.stream().map(one -> new TicketId(one.ticket())).toList()),
                last == null ? null : "at=" + last.receivedAt() + "&after=" + last.ticket());
    }
}
