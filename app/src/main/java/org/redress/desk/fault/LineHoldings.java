package org.redress.desk.fault;

import java.util.List;
import java.util.regex.Pattern;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** What a customer has, as the lines say it, until the office keeps orders. */
@Component
class LineHoldings implements CustomerHoldings.Services {

    /** Figures as people write them, right after letters where an account begins with some; no name or address. */
    private static final Pattern NUMBER = Pattern.compile("\\s*(?:[A-Za-z]{1,4}(?=[-\\p{Nd}]))?[\\p{Nd}\\s()+./-]+");

    private final Lines lines;

    LineHoldings(Lines lines) {
        this.lines = lines;
    }

    @Override
    public List<CustomerHoldings.Service> of(Actor actor, CustomerId customer) {
        if (!actor.may(Action.READ, FaultRights.KIND)) {
            return List.of();
        }
        Words words = Words.of(actor.language());
        return lines.of(actor, customer).stream()
                .map(line -> service(line, words))
                .toList();
    }

    @Override
    public List<CustomerHoldings.Held> numbered(Actor actor, String typed, int limit) {
        if (!actor.may(Action.READ, FaultRights.KIND) || !NUMBER.matcher(typed).matches()) {
            return List.of();
        }
        Words words = Words.of(actor.language());
        return lines.find(actor, typed, limit).stream()
                .map(line -> new CustomerHoldings.Held(line.customer(), service(line, words)))
                .toList();
    }

    private static CustomerHoldings.Service service(Line line, Words words) {
        return new CustomerHoldings.Service(words.text("fault.service." + line.service()), line.masked(), null);
    }
}
