package org.redress.platform.web;

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
        @Nullable Bell bell) {

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

    /** A fresh random key for a form: two arrivals of the same form make one thing. */
    public String formKey() {
        return FormKeys.fresh();
    }
}
