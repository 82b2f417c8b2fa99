package org.redress.improve.quality.support;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One's own record, and those whom one leads. */
@Controller
class SupportDesk {

    static final String MINE = "/my-record";
    static final String TEAM = "/team";

    private final Reliefs reliefs;
    private final Records records;
    private final SupportNames names;
    private final Clock clock;

    SupportDesk(Reliefs reliefs, Records records, SupportNames names, Clock clock) {
        this.reliefs = reliefs;
        this.records = records;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(MINE)
    ModelAndView mine(Actor actor) {
        return record(actor, actor.staff(), Attempt.NONE);
    }

    @GetMapping(TEAM + "/{person}")
    ModelAndView one(Actor actor, @PathVariable UUID person) {
        return record(actor, new StaffId(person), Attempt.NONE);
    }

    ModelAndView record(Actor actor, StaffId person, Attempt attempt) {
        boolean own = person.equals(actor.staff());
        Records.Standing standing = records.of(actor, person);
        List<Relief> all = reliefs.of(actor, person);
        Instant now = clock.instant();
        List<StaffId> people = new ArrayList<>(all.stream()
                .flatMap(relief -> Stream.ofNullable(relief.word()).map(Relief.Word::by))
                .toList());
        standing.praises().forEach(praise -> people.add(praise.namedBy()));
        return Page.of(
                "quality/record",
                new RecordPage(
                        standing,
                        own,
                        SupportRights.leads(actor),
                        all.stream()
                                .filter(relief -> relief.rest() == Rest.OPEN
                                        && relief.useUntil().isAfter(now))
                                .findFirst()
                                .orElse(null),
                        all,
                        own ? reliefs.recent(actor) : List.of(),
                        names.people(actor, people),
                        names.tickets(actor, standing),
                        now,
                        actor.zone(),
                        attempt));
    }

    @GetMapping(TEAM)
    ModelAndView team(Actor actor) {
        return team(actor, Attempt.NONE);
    }

    ModelAndView team(Actor actor, Attempt attempt) {
        List<Relief> owed = reliefs.owed(actor);
        return Page.of(
                "quality/team",
                new TeamPage(records.team(actor), owed, names.of(actor, owed), clock.instant(), actor.zone(), attempt));
    }
}
