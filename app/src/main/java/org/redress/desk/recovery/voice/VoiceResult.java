package org.redress.desk.recovery.voice;

/** What came of recording what a customer wants. */
public sealed interface VoiceResult {

    /** Done and recorded. */
    record Done(Voice voice) implements VoiceResult {}

    /** The ticket has ended; nothing was recorded. */
    record Ended() implements VoiceResult {}
}
