package org.redress.ground.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, read.
 *
 * @param messageId with its angle brackets; made of the bytes where the mail has none
 * @param references Message-IDs of the thread, In-Reply-To last
 * @param mark the number of the subject that it belongs to, e.g. {@code T-1184273}, or null
 * @param answers the message of ours that it answers, or null
 * @param from the bare address in lower case, empty where there is none
 * @param name the sender's name, empty where there is none
 * @param text the words without markup
 * @param nature whether a person wrote it; what a machine wrote reopens nothing
 */
public record IncomingMail(
        UUID id,
        String messageId,
        List<String> references,
        @Nullable String mark,
        @Nullable MessageId answers,
        String from,
        String name,
        String subject,
        String text,
        Instant arrivedAt,
        List<MailAttachment> attachments,
        MailNature nature) {

    public IncomingMail {
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }
}
