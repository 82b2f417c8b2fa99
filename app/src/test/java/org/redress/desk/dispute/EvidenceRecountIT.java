package org.redress.desk.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.dispute.ClaimResult.Done;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.RevisedRules;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class EvidenceRecountIT {

    @Autowired
    Disputes disputes;

    @Autowired
    ClaimRows rows;

    @Autowired
    SomeBills bills;

    @Autowired
    RevisedRules rules;

    @Autowired
    Offices offices;

    @Test
    void another_limit_for_evidence_moves_when_an_open_item_is_decided() {
        Actor command = offices.found();
        Actor lin = offices.hire(command, Posts.AGENT, "lin");
        Ticket ticket = bills.ticket(lin);
        List<BillItem> items = bills.billed(command, SomeBills.customer(ticket), "12.50");
        ClaimId id = ((Done) disputes.mark(
                        lin, ticket.id(), List.of(new Mark(items.getFirst().id(), Reason.NOT_MADE, "不是我打的"))))
                .claims()
                .getFirst();
        Claim claim = rows.find(command.bureau(), id).orElseThrow();

        rules.apply(command, "dispute.evidence", 10);

        Claim now = rows.find(command.bureau(), claim.id()).orElseThrow();
        assertThat(now.dueAt()).isEqualTo(claim.dueAt().plus(Duration.ofDays(3)));
        assertThat(now.version()).isEqualTo(claim.version());
    }
}
