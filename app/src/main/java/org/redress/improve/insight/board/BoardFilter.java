package org.redress.improve.insight.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the board looks at. Figures, lists and files take their condition from here, so they cannot disagree.
 *
 * @param from first day on which tickets were received
 * @param to last day
 * @param since what was split since this day is counted together, because this is a part of something longer; null where it
 *     stands by itself
 * @param under types that are counted under another one, because that was split since {@link #grouped()}
 */
record BoardFilter(
        LocalDate from,
        LocalDate to,
        @Nullable String place,
        @Nullable Channel channel,
        @Nullable UUID unit,
        @Nullable TicketKind kind,
        @Nullable LocalDate since,
        Map<String, String> under) {

    /** What was refused or taken back is no failure. */
    private static final String CONDITION = """
            f.bureau = :bureau and f.received_at >= :from and f.received_at < :until
            and f.state not in ('rejected', 'cancelled')
            """;

    /** The condition on {@code insight.fact f}. */
    String where() {
        StringBuilder where = new StringBuilder(CONDITION);
        if (place != null) {
            where.append(" and f.place = :place");
        }
        if (channel != null) {
            where.append(" and f.channel = :channel");
        }
        if (unit != null) {
            where.append(" and f.unit = :unit");
        }
        if (kind != null) {
            where.append(" and f.kind = :kind");
        }
        return where.toString();
    }

    Map<String, Object> parameters(Actor actor) {
        Map<String, Object> all = new HashMap<>();
        all.put("bureau", actor.bureau().value());
        all.put("under", JsonMapper.shared().writeValueAsString(under));
        all.put("from", from.atStartOfDay(actor.zone()).toOffsetDateTime());
        all.put("until", to.plusDays(1).atStartOfDay(actor.zone()).toOffsetDateTime());
        if (place != null) {
            all.put("place", place);
        }
        if (channel != null) {
            all.put("channel", channel.name());
        }
        if (unit != null) {
            all.put("unit", unit);
        }
        if (kind != null) {
            all.put("kind", kind.name());
        }
        return all;
    }

    BoardFilter during(LocalDate first, LocalDate last) {
        return new BoardFilter(first, last, place, channel, unit, kind, since, under);
    }

    BoardFilter counting(LocalDate since, Map<String, String> types) {
        return new BoardFilter(from, to, place, channel, unit, kind, since, types);
    }

    /** The first day of all that is compared: the period before, the weeks drawn, or what this is a part of. */
    LocalDate grouped() {
        return since == null ? own() : since;
    }

    private LocalDate own() {
        LocalDate compared = before().from();
        LocalDate drawn = Trends.first(to);
        return drawn.isBefore(compared) ? drawn : compared;
    }

    /** Equally many days, just before. */
    BoardFilter before() {
        return during(from.minusDays(days()), from.minusDays(1));
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The filter as it stands in an address. */
    String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", from.toString());
        parts.put("to", to.toString());
        parts.put("place", place == null ? "" : place);
        parts.put("channel", channel == null ? "" : channel.name());
        parts.put("unit", unit == null ? "" : unit.toString());
        parts.put("kind", kind == null ? "" : kind.name());
        parts.put("since", since == null || since.equals(own()) ? "" : since.toString());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
