package org.redress.ground.notification;

import java.util.Locale;
import org.redress.ground.identity.BureauId;

/**
 * A message with its words, as a gateway gets it.
 *
 * @param mark the number of its subject, or empty
 * @param link the page of its subject
 */
public record Outgoing(
        BureauId bureau,
        MessageId id,
        MessageChannel channel,
        String address,
        Locale language,
        String mark,
        String link,
        Wording wording) {}
