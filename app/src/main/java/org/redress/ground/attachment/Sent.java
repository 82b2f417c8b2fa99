package org.redress.ground.attachment;

import java.io.InputStream;

/**
 * A file as it is sent.
 *
 * @param name as the sender gave it
 * @param declared media type that the sender's program names; may be empty
 */
public record Sent(String name, String declared, InputStream bytes) {}
