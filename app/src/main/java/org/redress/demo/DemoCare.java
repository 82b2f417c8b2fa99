package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.desk.care.preference.NewPreference;
import org.redress.desk.care.preference.Occasion;
import org.redress.desk.care.preference.Origin;
import org.redress.desk.care.preference.PreferenceKind;
import org.redress.desk.care.preference.Preferences;
import org.redress.desk.care.station.NewQuestion;
import org.redress.desk.care.station.NewReport;
import org.redress.desk.care.station.NewStation;
import org.redress.desk.care.station.QuestionKind;
import org.redress.desk.care.station.Report;
import org.redress.desk.care.station.Rhythm;
import org.redress.desk.care.station.StationId;
import org.redress.desk.care.station.StationPanels;
import org.redress.desk.care.station.StationPeriods;
import org.redress.desk.care.station.StationReportLists;
import org.redress.desk.care.station.StationReports;
import org.redress.desk.care.station.StationResult;
import org.redress.desk.care.station.TrackingStations;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Preferences of some customers of the demonstration, calls at which they were used, and one tracking station with two periods of reports. */
@Component
class DemoCare implements DemoPart {

    private static final int TICKETS = 200;
    private static final int PANEL = 12;
    private static final int CALLS = 3;
    private static final List<NewPreference> NOTED = List.of(
            new NewPreference(PreferenceKind.CALL_TIME, "白天上班不方便，晚上六点以后再打", Origin.SAID),
            new NewPreference(PreferenceKind.LANGUAGE, "讲本地话更自在", Origin.SEEN),
            new NewPreference(PreferenceKind.PACE, "年纪大，说慢一点，账单要大字", Origin.SEEN),
            new NewPreference(PreferenceKind.ACCESS, "小区门禁严，上门前先打电话给门卫", Origin.SAID),
            new NewPreference(PreferenceKind.NOT_OFFERED, "不要再推荐换套餐", Origin.SAID),
            new NewPreference(PreferenceKind.WORRY, "怕停机影响孩子上网课", Origin.SEEN),
            new NewPreference(PreferenceKind.WAY, "有事发短信，不接陌生电话", Origin.SAID));
    private static final List<NewQuestion> QUESTIONS = List.of(
            new NewQuestion(QuestionKind.MARK, "这段时间网络好用吗？", "How good was the network?"),
            new NewQuestion(QuestionKind.MARK, "营业厅和热线的服务怎么样？", "How good was the service at outlet and hot line?"),
            new NewQuestion(QuestionKind.NO_GOOD, "有没有断过线？", "Was the line ever cut off?"));
    private static final List<List<Integer>> FIRST = List.of(
            List.of(4, 5, 0),
            List.of(3, 4, 0),
            List.of(4, 4, 0),
            List.of(2, 4, 1),
            List.of(5, 5, 0),
            List.of(4, 3, 0),
            List.of(3, 4, 0),
            List.of(4, 4, 0),
            List.of(5, 4, 0),
            List.of(3, 3, 0),
            List.of(4, 5, 0),
            List.of(4, 4, 0));
    private static final List<List<Integer>> SECOND = List.of(
            List.of(4, 5, 0),
            List.of(2, 4, 1),
            List.of(4, 4, 0),
            List.of(5, 4, 0),
            List.of(4, 1, 0),
            List.of(3, 4, 0),
            List.of(4, 4, 0),
            List.of(5, 4, 0),
            List.of(4, 5, 0),
            List.of(3, 4, 0));
    private static final List<String> SAID = List.of("晚上七点以后看视频老卡，断了两回。", "营业厅排队四十分钟，没人招呼。");

    private final Preferences preferences;
    private final Contacts contacts;
    private final TrackingStations stations;
    private final StationPanels panels;
    private final StationPeriods periods;
    private final StationReports reports;
    private final StationReportLists lists;
    private final TicketBoard board;
    private final Clock clock;

    DemoCare(
            Preferences preferences,
            Contacts contacts,
            TrackingStations stations,
            StationPanels panels,
            StationPeriods periods,
            StationReports reports,
            StationReportLists lists,
            TicketBoard board,
            Clock clock) {
        this.preferences = preferences;
        this.contacts = contacts;
        this.stations = stations;
        this.panels = panels;
        this.periods = periods;
        this.reports = reports;
        this.lists = lists;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoDisputes.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        Actor agent = bureau.person("lin");
        Actor keeper = bureau.person("ye");
        List<TicketCard> cards = board.page(head, TicketView.OPEN, TicketFilter.NONE, null, TICKETS).cards().stream()
                .filter(card -> card.customer() != null)
                .toList();
        note(agent, cards);
        call(agent, cards);
        List<CustomerId> panel = cards.stream()
                .map(card -> Objects.requireNonNull(card.customer()))
                .distinct()
                .limit(PANEL)
                .toList();
        track(head, keeper, panel);
    }

    private void note(Actor agent, List<TicketCard> cards) {
        for (int i = 0; i < Math.min(NOTED.size(), cards.size()); i++) {
            TicketCard card = cards.get(i);
            preferences.note(agent, Objects.requireNonNull(card.customer()), NOTED.get(i), Occasion.of(card.id()));
        }
    }

    /** Some of them call again; at all calls but the last what was noted is confirmed. */
    private void call(Actor agent, List<TicketCard> cards) {
        for (int i = 0; i < Math.min(CALLS, cards.size()); i++) {
            CustomerId customer = Objects.requireNonNull(cards.get(i).customer());
            ContactId contact = new ContactId(Ids.next());
            if (i < CALLS - 1) {
                preferences.confirmAll(agent, customer, Occasion.of(contact));
            }
            contacts.record(
                    agent,
                    new NewContact(
                            contact,
                            Channel.HOT_LINE,
                            new NewContact.Known(customer),
                            "问一下上次反映的事有没有进展。",
                            Mood.CALM,
                            null,
                            null,
                            new NewContact.AnsweredAtOnce("正在处理，有结果按约定的方式告知。")));
        }
    }

    private void track(Actor head, Actor keeper, List<CustomerId> panel) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        StationId station = stations.found(
                head,
                new NewStation(
                        "河东质量跟踪站",
                        "河东营业部及周边小区",
                        keeper.staff(),
                        new Rhythm(2, Rhythm.Unit.WEEKS),
                        today.minusDays(20),
                        QUESTIONS));
        panel.forEach(customer -> done(panels.join(head, station, customer, "办业务时当面同意")));
        periods.open(head, station, today.minusDays(10));
        take(keeper, station, FIRST, clock.instant().minus(Duration.ofDays(8)));
        lists.open(keeper, null, null, 1)
                .forEach(one -> done(reports.explain(keeper, one.id(), "当晚光缆被施工挖断，已修复并逐户告知。")));
        take(keeper, station, SECOND, clock.instant());
        lists.open(keeper, null, null, 1).forEach(one -> done(reports.openTicket(keeper, one.id())));
        owed(keeper, station).stream()
                .limit(1)
                .forEach(one -> done(reports.notReached(keeper, one.id(), Channel.HOT_LINE, "无人接听")));
    }

    private List<Report> owed(Actor keeper, StationId station) {
        return lists.owed(keeper, station, StationReportLists.AskAfter.START, 2 * PANEL);
    }

    /** Takes a report of each of those who are to be asked first, as far as answers go. */
    private void take(Actor keeper, StationId station, List<List<Integer>> answers, Instant reported) {
        List<Report> owed = owed(keeper, station);
        for (int i = 0; i < Math.min(answers.size(), owed.size()); i++) {
            List<Integer> given = answers.get(i);
            Map<Integer, Integer> marks = new HashMap<>();
            for (int place = 1; place <= QUESTIONS.size(); place++) {
                marks.put(place, given.get(place - 1));
            }
            String words = given.get(2) == 1 ? SAID.getFirst() : given.get(1) == 1 ? SAID.getLast() : "";
            done(reports.take(keeper, owed.get(i).id(), new NewReport(Channel.HOT_LINE, words, marks, reported)));
        }
    }

    private static void done(StationResult result) {
        if (result instanceof StationResult.Refused refused) {
            throw new IllegalStateException("demonstration: " + refused.reason());
        }
    }
}
