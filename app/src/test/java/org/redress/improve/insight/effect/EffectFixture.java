package org.redress.improve.insight.effect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.support.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A bureau with customers whom something has failed, and its figures. */
abstract class EffectFixture {

    @Autowired
    Offices offices;

    @Autowired
    SomeEffects some;

    @Autowired
    RecoveryEffects effects;

    @Autowired
    EffectCases cases;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    Actor command;
    Actor head;
    LocalDate day;
    LocalDate since;
    Instant now;

    @BeforeEach
    void found() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        now = clock.instant();
        // The middle of a month that has been over for so long that a quarter of a year has passed since.
        day = LocalDate.ofInstant(now, command.zone()).minusMonths(5).withDayOfMonth(15);
        since = day.minusYears(4);
    }

    /** So many customers who pay 59 a month, the first of whom left after so many days. */
    List<UUID> customers(int n, int leaving, int after) {
        List<UUID> ids = new ArrayList<>();
        List<StandingChanged.One> told = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            UUID id = Ids.next();
            ids.add(id);
            told.add(SomeEffects.customer(
                    id, 1, "59", since, i < leaving ? day.plusDays(after) : null, SomeEffects.noon(command, since)));
        }
        some.customers(command, told);
        return ids;
    }

    Retention line(Side side, int days) {
        return effects.page(head).retention().stream()
                .filter(one -> one.side() == side && one.days() == days)
                .findFirst()
                .orElseThrow();
    }

    Matched matched(Side side, int days) {
        return Objects.requireNonNull(line(side, days).matched());
    }
}
