package org.redress.platform.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What a controller answers a browser with: a page, or, after a change, the way to the next page.
 *
 * <p>A template {@code ticket/list} is {@code src/main/jte/ticket/list.jte}; it gets the parameters {@code shell} (a
 * {@link Shell}) and {@code page} (the model given here, a record of the module).
 */
public final class Page {

    /** Where the notice of the last action waits for the next page. */
    static final String NOTICE = "notice";

    private Page() {}

    /** The page of a template with its model. */
    public static ModelAndView of(String template, Object model) {
        return of(template, model, HttpStatus.OK);
    }

    /** A page that reports something other than success, e.g. 422 for a form that came back. */
    public static ModelAndView of(String template, @Nullable Object model, HttpStatus status) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("page", model);
        return new ModelAndView(template, parameters, status);
    }

    /** A page without a model. */
    public static ModelAndView of(String template) {
        return of(template, null, HttpStatus.OK);
    }

    /** After a change: 303 to a path of this product. */
    public static ModelAndView then(String path) {
        return then(path, null);
    }

    /** After a change: 303 to a path of this product, whose page shows the notice once. */
    public static ModelAndView then(String path, @Nullable Notice notice) {
        return new ModelAndView((model, request, response) -> {
            if (notice != null) {
                RequestContextUtils.getOutputFlashMap(request).put(NOTICE, notice);
                RequestContextUtils.saveOutputFlashMap(path, request, response);
            }
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, path);
        });
    }
}
