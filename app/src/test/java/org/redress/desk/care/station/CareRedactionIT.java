package org.redress.desk.care.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.care.station.SomeStations.report;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.care.preference.NewPreference;
import org.redress.desk.care.preference.Occasion;
import org.redress.desk.care.preference.Origin;
import org.redress.desk.care.preference.Preference;
import org.redress.desk.care.preference.PreferenceKind;
import org.redress.desk.care.preference.PreferenceResult;
import org.redress.desk.care.preference.Preferences;
import org.redress.desk.care.preference.WithdrawalReason;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactions;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S3.2")
@Tag("S5.5")
class CareRedactionIT {

    @Autowired
    Preferences preferences;

    @Autowired
    TrackingStations stations;

    @Autowired
    StationPanels panels;

    @Autowired
    StationPeriods periods;

    @Autowired
    StationReports reports;

    @Autowired
    StationReportLists lists;

    @Autowired
    SomeStations some;

    @Autowired
    Redactions redactions;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    private Actor head;
    private Actor lin;
    private Actor chief;
    private CustomerId customer;

    @BeforeEach
    void open() {
        Actor command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        lin = offices.hire(command, Posts.AGENT, "2107");
        chief = offices.hire(command, Posts.GENERAL_MANAGER, "1");
        customer = some.customer(lin, 77);
    }

    private List<String> telling() {
        return jdbc.sql("""
                        select 'preference' from care.preference t where bureau = :b and t::text ~ :p
                        union all select 'preference step' from care.preference_step t where bureau = :b and t::text ~ :p
                        union all select 'member' from care.member t where bureau = :b and t::text ~ :p
                        union all select 'report' from care.report t where bureau = :b and t::text ~ :p
                        union all select 'attempt' from care.attempt t where bureau = :b and t::text ~ :p
                        """)
                .param("b", lin.bureau().value())
                .param("p", "客户77|13911110077")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Preference note(String words) {
        return ((PreferenceResult.Done) preferences.note(
                        lin, customer, new NewPreference(PreferenceKind.CALL_TIME, words, Origin.SAID), Occasion.NONE))
                .preference();
    }

    private ReportId next() {
        return lists.owed(lin, null, StationReportLists.AskAfter.START, 50)
                .getFirst()
                .id();
    }

    @Test
    void wishes_that_differ_only_in_what_is_covered_do_not_stand_in_the_way() {
        note("晚上打13911110077");
        note("晚上打客户77");
        preferences.withdraw(lin, note("不要打客户77").id(), WithdrawalReason.values()[0], "客户77来电", Occasion.NONE);
        assertThat(telling()).contains("preference", "preference step");

        redactions.redact(chief, customer, "asked for by letter");

        assertThat(telling()).isEmpty();
        assertThat(preferences.standing(lin, customer))
                .extracting(Preference::words)
                .containsExactly("晚上打▇▇▇", "晚上打▇▇▇");
    }

    @Test
    void what_was_reported_is_covered_and_nothing_is_owed_any_more() {
        StationId first = some.found(head, lin);
        StationId second = some.found(head, lin);
        panels.join(lin, first, customer, "客户77电话里同意");
        ReportId taken = next();
        reports.notReached(lin, taken, Channel.SMS, "给客户77发了短信");
        reports.take(lin, taken, report("客户77说没信号", 1));
        reports.explain(lin, taken, "客户77家停电");
        panels.join(lin, second, customer, "");
        ReportId owed = next();
        assertThat(telling()).contains("member", "report", "attempt");

        redactions.redact(chief, customer, "asked for by letter");

        assertThat(telling()).isEmpty();
        assertThat(reports.get(lin, taken).bad()).isTrue();
        assertThat(reports.get(lin, owed).state()).isEqualTo(ReportState.EXCUSED);
        for (StationId station : List.of(first, second)) {
            assertThat(panels.members(lin, station, null, 10))
                    .singleElement()
                    .satisfies(one -> assertThat(one.leftAt()).isNotNull());
            assertThat(stations.steps(lin, station, 1).getFirst()).satisfies(step -> {
                assertThat(step.what()).isEqualTo(StationStep.What.LEFT);
                assertThat(step.by()).isEqualTo(chief.staff());
            });
            periods.begin(head, stations.get(head, station), some.today(head).plusDays(14));
        }
        assertThat(lists.owed(lin, null, StationReportLists.AskAfter.START, 50)).isEmpty();
    }
}
