package org.redress.desk.contact.reception;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Consent;
import org.redress.ground.party.Consents;
import org.redress.ground.party.ContactDetails;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.party.Redactions;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A customer's file: tickets, contacts, remedies, what they have and owe. */
@Controller
class CustomerPages {

    private final CustomerFiles files;
    private final Customers customers;
    private final Consents consents;
    private final Redactions redactions;
    private final FormKeys keys;

    CustomerPages(CustomerFiles files, Customers customers, Consents consents, Redactions redactions, FormKeys keys) {
        this.files = files;
        this.customers = customers;
        this.consents = consents;
        this.redactions = redactions;
        this.keys = keys;
    }

    @GetMapping("/customers/{id}")
    ModelAndView file(Actor actor, @PathVariable UUID id) {
        return page(actor, new CustomerId(id), null, Map.of());
    }

    /** Shows the customer in full, this once. A POST, because the look leaves a trail. */
    @PostMapping("/customers/{id}/reveal")
    ModelAndView reveal(Actor actor, @PathVariable UUID id) {
        CustomerId customer = new CustomerId(id);
        return page(actor, customer, customers.reveal(actor, customer), Map.of());
    }

    /** Notes what the customer says about being written to one way. */
    @PostMapping("/customers/{id}/consent")
    ModelAndView consent(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam ReachPoint.Kind way,
            @RequestParam boolean given,
            @RequestParam(defaultValue = "") String said,
            @RequestParam String formKey) {
        CustomerId customer = new CustomerId(id);
        return attempt(
                actor,
                customer,
                formKey,
                () -> consents.note(actor, customer, way, given, said),
                () -> words.text("consent.noted"),
                words);
    }

    /** Notes in which language the customer wants to be written to. */
    @PostMapping("/customers/{id}/language")
    ModelAndView language(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam String language,
            @RequestParam String formKey) {
        CustomerId customer = new CustomerId(id);
        return attempt(
                actor,
                customer,
                formKey,
                () -> consents.speak(actor, customer, Locale.forLanguageTag(language)),
                () -> words.text("consent.noted"),
                words);
    }

    /** Blacks out the customer's personal data for good. */
    @PostMapping("/customers/{id}/redact")
    ModelAndView redact(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam String formKey) {
        CustomerId customer = new CustomerId(id);
        return attempt(
                actor,
                customer,
                formKey,
                () -> redactions.redact(actor, customer, why),
                () -> words.text("redaction.done"),
                words);
    }

    private ModelAndView attempt(
            Actor actor, CustomerId customer, String formKey, Runnable deed, Supplier<String> says, Words words) {
        try {
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                deed.run();
                return "/customers/" + customer.value();
            });
            return Page.then(next, Notice.done(says.get()));
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            String field = Objects.requireNonNullElse(problem.field(), "said");
            return page(
                    actor, customer, null, Map.of(field, words.text("problem." + problem.code(), problem.arguments())));
        }
    }

    private ModelAndView page(
            Actor actor, CustomerId id, @Nullable ContactDetails details, Map<String, String> faults) {
        CustomerFile file = files.find(actor, id, details, false).orElseThrow(() -> Problem.absent("customer.absent"));
        Map<ReachPoint.Kind, Consent> said = consents.of(actor, id);
        return Page.of(
                "contact/customer",
                new CustomerPage(
                        file,
                        customers.ways(actor, id).stream()
                                .map(way -> new CustomerPage.Way(way.kind(), way.consented(), said.get(way.kind())))
                                .toList(),
                        consents.language(actor, id),
                        actor.may(Action.WRITE, "contact"),
                        actor.may(Action.WRITE, "customer"),
                        actor.may(Action.REDACT, "customer"),
                        redactions.done(actor, id).orElse(null),
                        faults,
                        actor.zone()));
    }
}
