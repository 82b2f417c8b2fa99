package org.redress.ground.notification;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/** One version of a template; never changed. */
public record Template(TemplateKey key, int version, String title, String body, StaffId madeBy, Instant madeAt) {}
