package org.redress.desk.contact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.WaitingMails;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.Redactable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in the words of their contacts and in the mails that they sent. */
@Component
class ContactRedaction implements Redactable {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final WaitingMails mails;

    ContactRedaction(JdbcClient jdbc, Customers customers, WaitingMails mails) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.mails = mails;
    }

    private record Words(
            UUID id,
            String words,
            @Nullable String answer,
            @Nullable String why) {

        Words covered(Blackout by) {
            return new Words(
                    id, by.over(words), answer == null ? null : by.over(answer), why == null ? null : by.over(why));
        }
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<Words> all = jdbc.sql(
                        "select id, words, answer, why from contact.contact where bureau = ? and customer = ? for update")
                .params(actor.bureau().value(), customer.value())
                .query((row, n) ->
                        new Words(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        int covered = 0;
        for (Words one : all) {
            Words after = one.covered(words);
            if (!after.equals(one)) {
                covered++;
                jdbc.sql("""
                                update contact.contact set words = :words, answer = :answer, why = :why, version = version + 1
                                 where bureau = :bureau and id = :id
                                """)
                        .param("words", after.words())
                        .param("answer", after.answer())
                        .param("why", after.why())
                        .param("bureau", actor.bureau().value())
                        .param("id", one.id())
                        .update();
            }
        }
        return covered + mails.redact(actor, customers.mailboxes(actor, customer), Blackout.COVER);
    }
}
