package org.redress.desk.fault;

import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/** Opens {@link RepairOffice}s. */
@Component
class RepairOffices {

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;
    private final Customers customers;
    private final LineBook book;

    RepairOffices(Bureaus bureaus, Staff staff, Actors actors, Customers customers, LineBook book) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
        this.customers = customers;
        this.book = book;
    }

    RepairOffice open() {
        return new RepairOffice(bureaus, staff, actors, customers, book);
    }
}
