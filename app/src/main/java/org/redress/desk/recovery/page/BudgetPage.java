package org.redress.desk.recovery.page;

import java.util.List;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * One budget, and what is charged to it.
 *
 * @param cases the latest ones
 * @param may whether the reader changes it
 */
public record BudgetPage(
        BudgetsPage.Row row, List<MoneyRow> cases, boolean may, List<Choice> holders, Attempt attempt) {}
