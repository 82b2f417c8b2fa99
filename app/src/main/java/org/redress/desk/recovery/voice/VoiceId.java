package org.redress.desk.recovery.voice;

import java.util.UUID;

public record VoiceId(UUID value) {}
