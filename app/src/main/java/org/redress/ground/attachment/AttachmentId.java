package org.redress.ground.attachment;

import java.util.UUID;

/** Names an attachment; random, and gives no right. */
public record AttachmentId(UUID value) {}
