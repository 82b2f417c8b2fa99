package org.redress.desk.contact.reception;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.ContactDetails;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A customer's file: tickets, contacts, remedies, what they have and owe. */
@Controller
class CustomerPages {

    private final CustomerFiles files;
    private final Customers customers;

    CustomerPages(CustomerFiles files, Customers customers) {
        this.files = files;
        this.customers = customers;
    }

    @GetMapping("/customers/{id}")
    ModelAndView file(Actor actor, @PathVariable UUID id) {
        return page(actor, new CustomerId(id), null);
    }

    /** Shows the customer in full, this once. A POST, because the look leaves a trail. */
    @PostMapping("/customers/{id}/reveal")
    ModelAndView reveal(Actor actor, @PathVariable UUID id) {
        CustomerId customer = new CustomerId(id);
        return page(actor, customer, customers.reveal(actor, customer));
    }

    private ModelAndView page(Actor actor, CustomerId id, @Nullable ContactDetails details) {
        CustomerFile file = files.find(actor, id, details, false).orElseThrow(() -> Problem.absent("customer.absent"));
        return Page.of("contact/customer", new CustomerPage(file, actor.may(Action.WRITE, "contact")));
    }
}
