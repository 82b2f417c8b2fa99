package org.redress.ground.notification;

import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Tells people what they should hear of, in the running transaction and in the language that they read: staff behind their
 * bell, customers where they can be reached.
 */
@Component
public class Notices {

    private final Messages messages;
    private final Staff staff;
    private final Customers customers;

    Notices(Messages messages, Staff staff, Customers customers) {
        this.messages = messages;
        this.staff = staff;
        this.customers = customers;
    }

    /** Rings for a member of staff; for nobody where there is no such. */
    public void ring(Actor product, StaffId reader, Notice notice) {
        staff.find(product, reader).ifPresent(person -> ring(product, person, notice));
    }

    /** Rings for a member of staff who was looked up already. */
    public void ring(Actor product, StaffMember reader, Notice notice) {
        messages.send(
                product, notice.to(Recipient.staff(reader.id()), MessageChannel.IN_APP, Words.of(reader.reads())));
    }

    /** Writes to a customer on the way that they prefer; empty where there is none. */
    public Optional<SendResult> write(Actor product, CustomerId customer, Notice notice) {
        return customers.reach(product, customer).map(point -> write(product, customer, point, notice));
    }

    /** Writes to a customer at one of their points. */
    public SendResult write(Actor product, CustomerId customer, ReachPoint point, Notice notice) {
        return messages.send(
                product,
                notice.to(
                        Recipient.customer(customer.value(), point.address(), point.consented()),
                        MessageChannel.to(point.kind()),
                        Words.of(point.language())));
    }
}
