package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.support.RedressIT;
import org.redress.support.RevisedRules;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class RepairRecountIT {

    @Autowired
    Faults faults;

    @Autowired
    FaultRows rows;

    @Autowired
    RevisedRules rules;

    @Autowired
    LineBook book;

    @Autowired
    Customers customers;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Test
    void another_limit_of_repairs_moves_when_an_open_one_falls_due_and_no_other() {
        RepairOffice all = new RepairOffice(bureaus, staff, actors, customers, book);
        Fault city = FaultsIT.opened(faults.report(all.lin, all.wish(all.fixed)));
        Fault village = FaultsIT.opened(faults.report(all.lin, all.wish(all.rural)));

        rules.apply(all.command, "repair.fixed.urban", 36);

        Fault now = rows.find(all.command.bureau(), city.id()).orElseThrow();
        assertThat(now.due().at()).isEqualTo(city.due().at().minus(Duration.ofHours(12)));
        assertThat(now.version()).isEqualTo(city.version());
        assertThat(rows.find(all.command.bureau(), village.id()).orElseThrow().due())
                .isEqualTo(village.due());
    }
}
