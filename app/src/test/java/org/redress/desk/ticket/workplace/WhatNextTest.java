package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

class WhatNextTest {

    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");
    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final WhatNext.Rights ALL = new WhatNext.Rights(true, true, true);
    private static final WhatNext.Rights NONE = new WhatNext.Rights(false, false, false);

    private static Ticket ticket(TicketState state, boolean taken, boolean decided, boolean done) {
        return new Ticket(
                new TicketId(SOMEBODY),
                TicketNumber.parse("T-1184020").orElseThrow(),
                1,
                TicketKind.FAULT,
                state,
                THEN,
                null,
                null,
                "Broadband is down",
                "Since yesterday.",
                null,
                new StaffId(SOMEBODY),
                new UnitId(SOMEBODY),
                taken,
                new Ticket.Origin(Channel.WEB, THEN, THEN, null, null, "desk", null),
                null,
                decided ? new Ticket.Classified("slow", null, null, null, null, new StaffId(SOMEBODY), THEN) : null,
                new Ticket.Reply(null, false, moment(done), null),
                new Ticket.Outcome(done ? "Repaired" : null, null, null, null, null, null, null, null, 0));
    }

    private static @Nullable Instant moment(boolean there) {
        return there ? THEN : null;
    }

    private static WhatNext next(TicketState state, boolean taken, boolean decided, boolean done) {
        return WhatNext.of(ticket(state, taken, decided, done), false, ALL);
    }

    @Test
    void what_nobody_has_taken_is_taken_first() {
        assertThat(next(TicketState.ACKNOWLEDGED, false, false, false).next())
                .containsExactly(Act.TAKE, Act.CLASSIFY, Act.START);
    }

    @Test
    void work_is_answered_settled_and_resolved() {
        assertThat(next(TicketState.IN_PROGRESS, true, true, false).next())
                .containsExactly(Act.ANSWER, Act.SETTLE, Act.RESOLVE);
        assertThat(next(TicketState.IN_PROGRESS, true, true, true).next()).containsExactly(Act.RESOLVE);
    }

    @Test
    void what_waits_is_taken_up_again_first() {
        assertThat(next(TicketState.PENDING, true, true, false).next()).startsWith(Act.RESUME);
        assertThat(next(TicketState.HELD, true, true, false).next()).startsWith(Act.RESUME);
    }

    @Test
    void what_is_missing_is_added_before_closing() {
        assertThat(WhatNext.of(ticket(TicketState.RESOLVED, true, true, true), true, ALL)
                        .next())
                .containsExactly(Act.CONSENT, Act.COMPLETE, Act.CLOSE);
        assertThat(next(TicketState.RESOLVED, true, true, true).next()).containsExactly(Act.CONSENT, Act.CLOSE);
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void at_most_three_things_and_nothing_twice(TicketState state) {
        WhatNext acts = next(state, false, false, false);

        assertThat(acts.next()).hasSizeLessThanOrEqualTo(3).allMatch(act -> act.legal(state));
        assertThat(acts.others()).noneMatch(acts.next()::contains).allMatch(act -> act.legal(state));
        assertThat(acts.next().isEmpty()).isEqualTo(!state.open());
    }

    @Test
    void whoever_may_not_work_on_it_may_only_take_what_nobody_has() {
        assertThat(WhatNext.of(ticket(TicketState.IN_PROGRESS, true, true, false), false, NONE))
                .isEqualTo(new WhatNext(java.util.List.of(), java.util.List.of()));
        assertThat(WhatNext.of(ticket(TicketState.ACKNOWLEDGED, false, true, false), false, NONE)
                        .next())
                .containsExactly(Act.TAKE);
    }
}
