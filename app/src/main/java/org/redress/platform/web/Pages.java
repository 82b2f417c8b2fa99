package org.redress.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders the templates, compiled with the product, to UTF-8 at once, so that the length is known before the first byte. */
final class Pages implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final Shells shells;

    Pages(TemplateEngine templates, Shells shells) {
        this.templates = templates;
        this.shells = shells;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.indexOf(':') >= 0
                ? null
                : (model, request, response) -> render(name + ".jte", model, request, response);
    }

    private void render(
            String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("shell", shells.around(request));
        parameters.put("page", model == null ? null : model.get("page"));
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        templates.render(template, parameters, bytes);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.getContentLength());
        bytes.writeTo(response.getOutputStream());
    }
}
