package org.redress.desk.care.station;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.preference.PreferenceUse;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.redress.platform.web.Figure;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board of the room: what bad marks wait for, the stations, and how preferences are used. */
@Controller
class CareDesk {

    private static final int LENGTH = 50;
    private static final int OPEN = 20;

    private final PreferenceUse use;
    private final TrackingStations stations;
    private final StationReportLists reports;
    private final StationReportLines lines;
    private final Staff staff;

    CareDesk(
            PreferenceUse use,
            TrackingStations stations,
            StationReportLists reports,
            StationReportLines lines,
            Staff staff) {
        this.use = use;
        this.stations = stations;
        this.reports = reports;
        this.lines = lines;
        this.staff = staff;
    }

    @Bean
    static NavEntry careFloor() {
        return new NavEntry(24, "care", "/care", "user-check");
    }

    @GetMapping("/care")
    ModelAndView page(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "0") int after) {
        boolean ended = view.equals("ended");
        List<Station> found = stations.list(actor, ended, after, LENGTH + 1);
        List<Station> shown = found.stream().limit(LENGTH).toList();
        Map<StaffId, StaffMember> keepers =
                staff.members(actor, shown.stream().map(Station::keeper).toList());
        return Page.of(
                "care/care",
                new CarePage(
                        used(actor, words),
                        lines.of(actor, words, reports.open(actor, null, null, OPEN)),
                        shown.stream()
                                .map(one -> new CarePage.Row(one, name(keepers, one.keeper())))
                                .toList(),
                        ended,
                        actor.may(Action.MANAGE, StationRights.KIND),
                        found.size() > LENGTH
                                ? "/care?view=" + (ended ? "ended" : "open") + "&after="
                                        + shown.getLast().number()
                                : null,
                        actor.zone()));
    }

    static String name(Map<StaffId, StaffMember> people, StaffId id) {
        StaffMember member = people.get(id);
        return member == null ? "" : member.name();
    }

    private @Nullable Figure used(Actor actor, Words words) {
        if (!actor.may(Action.READ, "preference")) {
            return null;
        }
        PreferenceUse.Share share = use.share(actor);
        return new Figure(
                words.text("preference.used"),
                share.contacts() == 0 ? "–" : words.percent((double) share.used() / share.contacts()),
                "ok",
                words.text("preference.used.says", share.used(), share.contacts()),
                words.text("preference.used.definition", share.days()),
                "/contacts",
                null);
    }
}
