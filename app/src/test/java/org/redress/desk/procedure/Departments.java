package org.redress.desk.procedure;

import java.time.ZoneId;
import java.util.List;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.support.Offices;

/** A bureau with a hot line, a line crew, a network centre and a billing centre, and somebody in each. */
final class Departments {

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;
    final Actor command;
    final Actor lin;
    final Actor gao;
    final Actor he;
    final Actor liu;
    final Actor zheng;
    final Actor fu;
    final Actor shen;

    Departments(Bureaus bureaus, Staff staff, Actors actors) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
        Bureau bureau = bureaus.found("云泽分公司", "Yunze branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);
        UnitId hotLine =
                bureaus.addUnit(bureau.id(), "a-hotline", "热线一班", "Hot line 1").id();
        UnitId crew =
                bureaus.addUnit(bureau.id(), "line", "线路一班", "Line crew 1").id();
        command = bureaus.command(bureau);
        lin = hire("lin", hotLine, Posts.AGENT);
        gao = hire("gao", hotLine, Posts.HEAD);
        he = hire("he", crew, Posts.AGENT);
        liu = hire("liu", crew, Posts.AGENT);
        zheng = hire("zheng", unit("network", "网络中心", "Network centre"), Posts.AGENT);
        fu = hire("fu", unit("billing", "计费账务中心", "Billing centre"), Posts.AGENT);
        shen = hire("shen", unit("quality", "质量科", "Quality office"), Posts.QUALITY);
    }

    private UnitId unit(String code, String zh, String en) {
        return bureaus.addUnit(command.bureau(), code, zh, en).id();
    }

    Actor hire(String name, UnitId unit, String post) {
        return actors.of(
                command.bureau(),
                staff.add(command, Offices.signIn(command, name), Offices.PASSWORD, name, name, unit, post));
    }

    /** A fault that lin has taken and works on. */
    TicketId ticket(Tickets tickets) {
        Ticket ticket = tickets.open(
                lin, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "宽带断了", "三天了没人来", null, null, null, null));
        return switch (tickets.step(lin, ticket.id(), ticket.version(), Step.START, null)) {
            case StepResult.Done done -> done.ticket().id();
            case StepResult.Refused refused -> throw new IllegalStateException(refused.toString());
            case StepResult.Stale stale -> throw new IllegalStateException(stale.toString());
        };
    }

    static Task task(Actor to) {
        return new Task("查线路", to.unit(), null, null, "到现场查分光箱", Limit.workingHours(4), "", false);
    }

    static ProcedureDraft draft(List<Task> tasks) {
        return new ProcedureDraft(TicketKind.FAULT, null, null, "城区故障", tasks, "第一版");
    }
}
