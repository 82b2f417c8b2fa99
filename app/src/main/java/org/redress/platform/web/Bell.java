package org.redress.platform.web;

/**
 * The bell in the top bar.
 *
 * @param href where it leads
 * @param unread how many things nobody has looked at yet
 * @param says the same in a sentence, for who does not see the number
 */
public record Bell(String href, int unread, String says) {

    /** What is shown beside the bell: nothing for none, at most two figures. */
    public String figure() {
        return unread == 0 ? "" : unread > 99 ? "99+" : Integer.toString(unread);
    }
}
