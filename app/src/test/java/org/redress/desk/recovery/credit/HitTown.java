package org.redress.desk.recovery.credit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.fault.Area;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineBook;
import org.redress.desk.fault.NewLine;
import org.redress.desk.fault.Outage;
import org.redress.desk.fault.OutageId;
import org.redress.desk.fault.Outages;
import org.redress.desk.fault.Service;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.support.Offices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A bureau whose exchange was down, with the people who may do something about it. */
@Component
public class HitTown {

    public static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    public static final Instant BEGAN = Instant.parse("2026-11-02T00:00:00Z");
    public static final String EXCHANGE = "东湖局";

    /** A bureau with its people. */
    public record Town(
            Actor command,
            UnitId crew,
            Actor agent,
            Actor head,
            Actor second,
            Actor third,
            Actor manager,
            List<CustomerId> customers,
            List<Line> lines) {}

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;
    private final Customers customers;
    private final LineBook book;
    private final Outages outages;
    private final JdbcClient jdbc;

    HitTown(
            Bureaus bureaus,
            Staff staff,
            Actors actors,
            Customers customers,
            LineBook book,
            Outages outages,
            JdbcClient jdbc) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
        this.customers = customers;
        this.book = book;
        this.outages = outages;
        this.jdbc = jdbc;
    }

    /** A bureau with so many customers, each with a line of the exchange at 30.00 a month. */
    public Town found(int howMany) {
        Actor command = bureaus.command(
                bureaus.found("东湖分公司", "East Lake branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
        UnitId crew = bureaus.addUnit(command.bureau(), "crew", "线路班", "Line crew", null)
                .id();
        book.assign(command, EXCHANGE, crew);
        List<CustomerId> people = new ArrayList<>();
        customers
                .match(
                        command,
                        IntStream.range(0, howMany)
                                .mapToObj(n -> draft("客户" + n, 10_000_000 + n))
                                .toList())
                .forEach(id -> people.add(Objects.requireNonNull(id)));
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < howMany; n++) {
            lines.add(line(command, people.get(n), "0571-" + (80_000_000 + n), Area.URBAN, "30.00"));
        }
        return new Town(
                command,
                crew,
                hire(command, crew, "agent", Posts.AGENT),
                hire(command, crew, "head", Posts.HEAD),
                hire(command, crew, "second", Posts.HEAD),
                hire(command, crew, "third", Posts.DIRECTOR),
                hire(command, crew, "manager", Posts.GENERAL_MANAGER),
                people,
                lines);
    }

    private static CustomerDraft draft(String name, int number) {
        String phone = "138" + number;
        return new CustomerDraft("town", name, name, phone, "+86" + phone, null, null);
    }

    public Line line(Actor command, CustomerId customer, String number, Area area, String rent) {
        return book.enter(
                command,
                new NewLine(
                        number,
                        Service.FIXED,
                        "东湖路" + number + "号",
                        EXCHANGE,
                        area,
                        customer,
                        Money.of(YUAN, new BigDecimal(rent))));
    }

    /** Somebody else at the post of the crew. */
    public Actor hire(Town town, String name, String post) {
        return hire(town.command(), town.crew(), name, post);
    }

    private Actor hire(Actor command, UnitId unit, String name, String post) {
        return actors.of(
                command.bureau(),
                staff.add(command, Offices.signIn(command, name), Offices.PASSWORD, name, name, unit, post));
    }

    /** An agent of another unit of the bureau. */
    public Actor elsewhere(Town town) {
        UnitId hall = bureaus.addUnit(town.command().bureau(), "hall", "营业厅", "Hall", null)
                .id();
        return hire(town.command(), hall, "elsewhere", Posts.AGENT);
    }

    /** An outage of three days from {@link #BEGAN} on, which is over. */
    public UUID outage(Town town) {
        return outage(town, BEGAN, Duration.ofDays(3));
    }

    /** An outage that began then, lasted so long, and is over. */
    public UUID outage(Town town, Instant from, Duration length) {
        return outage(town, from, length, () -> {});
    }

    /** The same, with what happened while it lasted. */
    public UUID outage(Town town, Instant from, Duration length, Runnable meanwhile) {
        Outage outage = outages.declare(
                town.head(), EXCHANGE, "光缆被挖断", from.plus(length).plus(Duration.ofDays(4000)));
        meanwhile.run();
        outages.end(town.head(), outage.id());
        move(town, outage.id(), from, from.plus(length));
        return outage.id().value();
    }

    private void move(Town town, OutageId outage, Instant from, Instant until) {
        jdbc.sql("update fault.outage set declared_at = ?, ended_at = ? where bureau = ? and id = ?")
                .params(
                        from.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC),
                        town.command().bureau().value(),
                        outage.value())
                .update();
    }

    /** A budget of the bureau for these years. */
    public void budget(Town town, String sum, Actor holder) {
        jdbc.sql("insert into recovery.book (bureau, currency) values (?, 'CNY') on conflict do nothing")
                .param(town.command().bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.budget (bureau, id, span, first_day, end_day, sum, currency, holder, set_by, set_at)
                        values (?, gen_random_uuid(), 'YEAR', '2020-01-01', '2060-01-01', ?, 'CNY', ?, ?, now())
                        """)
                .params(
                        town.command().bureau().value(),
                        new BigDecimal(sum),
                        holder.staff().value(),
                        holder.staff().value())
                .update();
    }
}
