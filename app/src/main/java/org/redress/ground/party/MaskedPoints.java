package org.redress.ground.party;

import java.util.List;

/** How a customer can be reached, as pages show it: numbers and mailboxes masked. */
public record MaskedPoints(List<String> phones, List<String> emails, List<String> addresses) {}
