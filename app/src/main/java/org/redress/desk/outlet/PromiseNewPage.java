package org.redress.desk.outlet;

import java.util.List;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/** The form of a new promise. Without measures nothing can be promised yet. */
public record PromiseNewPage(List<Choice> measures, Attempt attempt) {}
