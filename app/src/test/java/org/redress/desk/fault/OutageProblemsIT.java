package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.credit.ServiceProblem;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S4.3")
class OutageProblemsIT {

    @Autowired
    OutageRows rows;

    @Autowired
    WaiverRows waivers;

    @Autowired
    Outages outages;

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

    @Autowired
    Clock time;

    @Test
    void the_posts_of_many_outages_are_looked_up_together() {
        RepairOffice all = new RepairOffice(bureaus, staff, actors, customers, book);
        for (String exchange : List.of(RepairOffice.EXCHANGE, "城南局", RepairOffice.EXCHANGE)) {
            Outage one =
                    outages.declare(all.zheng, exchange, "光缆被挖断", time.instant().plus(Duration.ofHours(2)));
            outages.end(all.zheng, one.id());
        }
        List<String> asked = new ArrayList<>();
        Lines counted = (Lines) Proxy.newProxyInstance(
                Lines.class.getClassLoader(), new Class<?>[] {Lines.class}, (proxy, method, with) -> {
                    asked.add(method.getName());
                    return method.invoke(book, with);
                });

        assertThat(new OutageProblems(rows, waivers, counted).ended(all.zheng, null, 9))
                .extracting(ServiceProblem::unit)
                .as("one of an exchange without a post")
                .containsExactly(all.he.unit(), null, all.he.unit());
        assertThat(asked).containsExactly("posts");
    }
}
