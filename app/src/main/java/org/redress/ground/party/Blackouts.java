package org.redress.ground.party;

import java.util.List;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whoever keeps words without the person: covers what a customer is known by, and never hands it out. */
@Component
public class Blackouts {

    private final JdbcClient jdbc;

    Blackouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What covers the customer's name, numbers and addresses; nothing where they are not known, or blacked out already. */
    public Blackout of(Actor actor, CustomerId customer) {
        actor.require(Action.READ, "customer");
        List<String> words = jdbc.sql("""
                        select name from party.customer where bureau = :bureau and id = :customer and name is not null
                        union all
                        select given from party.contact_point where bureau = :bureau and customer = :customer
                        union all
                        select value from party.identifying_key
                         where bureau = :bureau and customer = :customer and kind in ('phone', 'email')
                        """)
                .param("bureau", actor.bureau().value())
                .param("customer", customer.value())
                .query((row, n) -> row.getString(1))
                .list();
        return Blackout.of(words);
    }
}
