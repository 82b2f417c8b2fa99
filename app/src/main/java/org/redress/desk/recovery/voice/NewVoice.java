package org.redress.desk.recovery.voice;

import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;

/**
 * What a customer answered.
 *
 * @param words theirs; where there are none, those of the contact are taken
 * @param from the contact in which they said it, or null where they were asked now
 */
public record NewVoice(Said said, String words, @Nullable ContactId from) {}
