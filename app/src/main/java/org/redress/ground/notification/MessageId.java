package org.redress.ground.notification;

import java.util.UUID;

/** One message out; gateways get it to recognise one that comes twice. */
public record MessageId(UUID value) {}
