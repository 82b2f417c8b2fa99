package org.redress.demo;

import java.util.List;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.improve.quality.support.Praises;
import org.redress.improve.quality.support.Relief;
import org.redress.improve.quality.support.Reliefs;
import org.springframework.stereotype.Component;

/** Staff of the demonstration after hard contacts: breaks taken and open, a word that was said, and praise with its person. */
@Component
class DemoSupport implements DemoPart {

    private static final List<String> PRAISED = List.of("2107号客服说话和气，断网那天一直跟着，修好了还打电话来问。", "老人不会用手机，她讲了三遍都不急，要表扬。");

    private final Reliefs reliefs;
    private final Praises praises;
    private final Tickets tickets;

    DemoSupport(Reliefs reliefs, Praises praises, Tickets tickets) {
        this.reliefs = reliefs;
        this.praises = praises;
        this.tickets = tickets;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoRecovery.class;
    }

    /** Hard contacts have brought their reliefs by rule already. */
    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        Actor agent = bureau.person("lin");
        reliefs.recent(agent).stream()
                .findFirst()
                .ifPresent(contact -> reliefs.abused(agent, contact.contact(), "客户一接通就骂人，解释了半天也没停。"));
        List<Relief> owed = reliefs.owed(head);
        owed.stream()
                .filter(relief -> !relief.staff().equals(agent.staff()))
                .findFirst()
                .ifPresent(relief -> reliefs.say(head, relief.id(), relief.version(), "今天这几个电话都不容易，处理得很稳。下班前我替你接一会儿。"));
        PRAISED.forEach(words -> praises.name(
                head,
                tickets.open(
                                head,
                                new NewTicket(
                                        TicketKind.PRAISE, Channel.COUNTER, "表扬热线2107", words, null, null, null, null))
                        .id(),
                agent.staff()));
    }
}
