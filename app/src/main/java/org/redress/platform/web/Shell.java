package org.redress.platform.web;

import gg.jte.Content;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * What surrounds the content of every page: language, theme, rail, who looks, and the tokens that forms carry.
 *
 * @param assets the path prefix of the static files, made of their content so that they can be kept for ever
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param path path and query of this page, to come back to after switching language or theme
 * @param token asks the framework for its token against forged requests; a page that carries none begins no session
 * @param notice the message that the last action left, shown once
 * @param bell what waits for this person, or null
 * @param written what this person has written into forms and not sent
 */
public record Shell(
        Words words,
        @Nullable Viewer viewer,
        List<NavEntry> nav,
        String assets,
        String theme,
        String path,
        Supplier<String> token,
        @Nullable Notice notice,
        @Nullable Bell bell,
        Written written) {

    public String t(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** The framework's token against forged requests. */
    public String csrf() {
        return token.get();
    }

    /** The path of an icon in the sprite. */
    public String icon(String name) {
        return assets + "/icons.svg#i-" + name;
    }

    /**
     * The inside of a form as it is drawn here: what was written into it before stands in it again.
     *
     * @param name under which it is kept; null where that is the address to which it is sent
     */
    public WrittenForm written(String action, @Nullable String name, Content content) {
        return written.in(name == null ? address(action) : name, name != null, content);
    }

    /** Whether something stands in a form that waits to be sent. */
    public boolean begun(String action) {
        return written.begun(address(action));
    }

    /** Without what brings back to where one was. */
    private static String address(String action) {
        return action.split("[?#]", 2)[0];
    }

    /** A fresh random key for a form: two arrivals of the same form make one thing. */
    public String formKey() {
        return FormKeys.fresh();
    }
}
