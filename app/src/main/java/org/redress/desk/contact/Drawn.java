package org.redress.desk.contact;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import org.redress.platform.web.Shell;

/** A part that another module shows, drawn where the page wants it. */
public record Drawn(CustomerPanel.View view, TemplateEngine templates) {

    public Content in(Shell shell) {
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("shell", shell);
        return output -> templates.render(view.template(), model, output);
    }
}
