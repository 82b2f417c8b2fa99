package org.redress.improve.quality.support;

import java.time.Duration;
import java.util.List;
import org.redress.desk.contact.ContactRecorded;
import org.redress.desk.contact.Mood;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps what people carried: one row a contact, and what hard ones bring. A repeated message changes nothing. */
@Component
class ContactFacts implements OutboxListener {

    private final ContactFactRows rows;
    private final ObjectProvider<ReliefLedger> ledger;
    private final SupportRules rules;
    private final Bureaus bureaus;

    ContactFacts(ContactFactRows rows, ObjectProvider<ReliefLedger> ledger, SupportRules rules, Bureaus bureaus) {
        this.rows = rows;
        this.ledger = ledger;
        this.rules = rules;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(ContactRecorded.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        ContactRecorded told = ContactRecorded.read(message.payload());
        StaffId staff = new StaffId(told.takenBy());
        if (staff.equals(Staff.COMMAND)) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        Mood mood = Mood.valueOf(told.mood());
        Duration took = told.tookSeconds() == null ? null : Duration.ofSeconds(told.tookSeconds());
        ContactFact fact = new ContactFact(
                told.contact(),
                staff,
                new UnitId(told.unit()),
                told.customer(),
                told.ticket(),
                told.recordedAt(),
                mood,
                took,
                rules.policy(product, told.recordedAt()).of(mood, took, false));
        if (rows.put(product.bureau(), fact, told.version()) && !fact.hard().isEmpty()) {
            ledger.getObject().consider(product, staff, fact.unit(), fact.at());
        }
    }
}
