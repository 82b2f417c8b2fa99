package org.redress.ground.attachment;

/**
 * What came of sending a file.
 *
 * @param before whether the same bytes were kept with the same thing already; then nothing was added
 */
public record Kept(Attachment attachment, boolean before) {}
