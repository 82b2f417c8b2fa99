package org.redress.ground.notification.page;

import java.util.List;
import org.redress.ground.notification.Template;

/** The newest version of each template, gathered by occasion. */
public record TemplatesPage(List<Tab> tabs, List<Group> groups) {

    public record Group(String code, List<Template> templates) {}
}
