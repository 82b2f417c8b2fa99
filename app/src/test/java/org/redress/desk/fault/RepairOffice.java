package org.redress.desk.fault;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.support.Offices;

/** A bureau with a hot line, a line crew below a network centre, a billing centre, and a customer with four lines. */
final class RepairOffice {

    static final String EXCHANGE = "城北局";
    static final Money RENT = Money.of(CurrencyUnit.of("CNY"), new BigDecimal("30.00"));

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;
    final Actor command;
    final Actor lin;
    final Actor tang;
    final Actor he;
    final Actor liu;
    final Actor zheng;
    final Actor peng;
    final Actor fu;
    final CustomerId customer;
    final Line fixed;
    final Line rural;
    final Line mobile;
    final Line broadband;

    RepairOffice(Bureaus bureaus, Staff staff, Actors actors, Customers customers, LineBook book) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
        Bureau bureau = bureaus.found("云泽分公司", "Yunze branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);
        command = bureaus.command(bureau);
        UnitId hotLine = unit("a-hotline", "热线一班", "Hot line 1", null);
        UnitId network = unit("network", "网络中心", "Network centre", null);
        UnitId crew = unit("line", "线路一班", "Line crew 1", network);
        lin = hire("lin", hotLine, Posts.AGENT);
        tang = hire("tang", hotLine, Posts.AGENT);
        he = hire("he", crew, Posts.AGENT);
        liu = hire("liu", crew, Posts.AGENT);
        zheng = hire("zheng", crew, Posts.HEAD);
        peng = hire("peng", network, Posts.DIRECTOR);
        fu = hire("fu", unit("billing", "计费账务中心", "Billing centre", null), Posts.AGENT);
        customer = Objects.requireNonNull(customers
                .match(
                        command,
                        List.of(new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null)))
                .getFirst());
        book.assign(command, EXCHANGE, crew);
        fixed = book.enter(command, line("0571-8612 3407", Service.FIXED, Area.URBAN));
        rural = book.enter(command, line("0571-8699 5521", Service.FIXED, Area.RURAL));
        mobile = book.enter(command, line("13812342046", Service.MOBILE, Area.URBAN));
        broadband = book.enter(command, line("KD-0571-77002911", Service.BROADBAND, Area.URBAN));
    }

    NewLine line(String number, Service service, Area area) {
        return new NewLine(number, service, "枫林路7号2单元301", EXCHANGE, area, customer, RENT);
    }

    private UnitId unit(String code, String zh, String en, @Nullable UnitId parent) {
        return bureaus.addUnit(command.bureau(), code, zh, en, parent).id();
    }

    Actor hire(String name, UnitId unit, String post) {
        return actors.of(
                command.bureau(),
                staff.add(command, Offices.signIn(command, name), Offices.PASSWORD, name, name, unit, post));
    }

    NewFault wish(Line line) {
        return wish(line, null, null, false);
    }

    NewFault wish(Line line, @Nullable Instant spoken, @Nullable Window window, boolean wished) {
        return new NewFault(
                new ContactId(Ids.next()),
                line.id(),
                Channel.HOT_LINE,
                Mood.WORRIED,
                "电话没有声音，老人一个人在家",
                spoken,
                null,
                List.of(),
                null,
                window,
                wished);
    }
}
