package org.redress.desk.ticket;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.text.Words;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * A bureau of its own for whoever asks for one, with two teams and four people: two agents of one team, one of another, a head.
 */
@Component
@org.springframework.context.annotation.Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class DeskFixture {

    private static final AtomicInteger NAMES = new AtomicInteger();

    final Bureau bureau;
    final Unit hotLine;
    final Unit counter;
    final Actor command;
    final Actor lin;
    final Actor tang;
    final Actor he;
    final Actor head;

    DeskFixture(Bureaus bureaus, Staff staff) {
        bureau = bureaus.found("云泽分公司", "Yunze branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);
        hotLine = bureaus.addUnit(bureau.id(), "hot-line-1", "热线一班", "Hot line team 1");
        counter = bureaus.addUnit(bureau.id(), "counter", "河东营业厅", "Hedong outlet");
        command = bureaus.command(bureau);
        lin = person(staff, "林晓岚", "2107", hotLine, "agent", Scope.UNIT);
        tang = person(staff, "唐思齐", "2108", hotLine, "agent", Scope.UNIT);
        he = person(staff, "何立新", "3101", counter, "agent", Scope.UNIT);
        head = person(staff, "高远", "2001", hotLine, "head", Scope.BUREAU);
    }

    private Actor person(Staff staff, String name, String number, Unit unit, String post, Scope writes) {
        StaffId id = staff.add(
                command, "someone" + NAMES.incrementAndGet(), "a long password", name, number, unit.id(), post);
        List<Grant> grants = post.equals("head")
                ? List.of(
                        new Grant(Action.READ, "ticket", Scope.BUREAU),
                        new Grant(Action.WRITE, "ticket", Scope.BUREAU),
                        new Grant(Action.ASSIGN, "ticket", Scope.BUREAU),
                        new Grant(Action.EXPORT, "ticket", Scope.BUREAU),
                        new Grant(Action.WRITE, "pause.customer", Scope.BUREAU),
                        new Grant(Action.WRITE, "pause.force", Scope.BUREAU),
                        new Grant(Action.READ, "customer", Scope.BUREAU))
                : List.of(
                        new Grant(Action.READ, "ticket", Scope.BUREAU),
                        new Grant(Action.WRITE, "ticket", writes),
                        new Grant(Action.WRITE, "pause.customer", Scope.OWN),
                        new Grant(Action.WRITE, "pause.appointment", Scope.UNIT),
                        new Grant(Action.READ, "customer", Scope.BUREAU));
        return actor(id, name, number, unit, post, grants);
    }

    private Actor actor(StaffId id, String name, String number, Unit unit, String post, List<Grant> grants) {
        return new Actor(
                bureau.id(),
                id,
                name,
                number,
                unit.id(),
                post,
                grants,
                Words.CHINESE,
                bureau.zone(),
                bureau.region(),
                bureau.jurisdiction());
    }

    /** The same person with other permissions. */
    Actor with(Actor person, Grant... grants) {
        return new Actor(
                person.bureau(),
                person.staff(),
                person.name(),
                person.number(),
                person.unit(),
                person.post(),
                List.of(grants),
                person.language(),
                person.zone(),
                person.region(),
                person.jurisdiction());
    }

    static NewTicket matter(String subject) {
        return matter(subject, null, null);
    }

    static NewTicket matter(String subject, @Nullable String phone, @Nullable String place) {
        return new NewTicket(
                TicketKind.COMPLAINT,
                Channel.HOT_LINE,
                subject,
                subject + "，请尽快处理。",
                phone == null ? null : new CustomerDraft("desk", null, "周女士", phone, "+86" + phone, null, null),
                place,
                null,
                null);
    }
}
