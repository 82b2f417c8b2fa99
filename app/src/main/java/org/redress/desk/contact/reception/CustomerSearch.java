package org.redress.desk.contact.reception;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.FoundCustomers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks for customers by what is known of them and by the numbers of what they have. */
@Component
class CustomerSearch {

    private final Customers customers;
    private final ObjectProvider<CustomerHoldings.Services> services;

    CustomerSearch(Customers customers, ObjectProvider<CustomerHoldings.Services> services) {
        this.customers = customers;
        this.services = services;
    }

    /** At most so many who are known by it, and so many services. */
    CustomerHits find(Actor actor, String typed, int limit) {
        FoundCustomers known = customers.find(actor, typed, limit);
        List<CustomerHoldings.Held> held = services.stream()
                .flatMap(office -> office.numbered(actor, typed, limit + 1).stream())
                .toList();
        Map<CustomerId, List<CustomerHoldings.Service>> byCustomer = held.stream()
                .limit(limit)
                .collect(Collectors.groupingBy(
                        CustomerHoldings.Held::customer,
                        LinkedHashMap::new,
                        Collectors.mapping(CustomerHoldings.Held::service, Collectors.toList())));
        List<CustomerId> others = byCustomer.keySet().stream()
                .filter(id -> known.cards().stream().noneMatch(card -> card.id().equals(id)))
                .toList();
        Map<CustomerId, CustomerCard> cards = customers.cards(actor, others);
        List<CustomerHits.Hit> hits = Stream.concat(
                        known.cards().stream(), others.stream().map(cards::get).filter(Objects::nonNull))
                .map(card -> new CustomerHits.Hit(card, byCustomer.getOrDefault(card.id(), List.of())))
                .toList();
        return new CustomerHits(hits, known.more() || held.size() > limit);
    }
}
