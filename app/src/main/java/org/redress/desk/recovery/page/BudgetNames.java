package org.redress.desk.recovery.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.recovery.budget.Budget;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.springframework.stereotype.Component;

/** How budgets, units and their holders are called. */
@Component
class BudgetNames {

    private final Bureaus bureaus;
    private final Staff staff;

    BudgetNames(Bureaus bureaus, Staff staff) {
        this.bureaus = bureaus;
        this.staff = staff;
    }

    /** Unit and first day, e.g. {@code Hot line 1, Nov 2026}. */
    String of(Actor actor, Words words, Budget one) {
        return unit(words, units(actor), one) + " " + words.date(one.firstDay());
    }

    Map<UnitId, Unit> units(Actor actor) {
        return bureaus.units(actor.bureau()).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    static String unit(Words words, Map<UnitId, Unit> units, Budget one) {
        Unit unit = one.unit() == null ? null : units.get(one.unit());
        return unit == null ? words.text("budget.bureau") : unit.name(words.chinese());
    }

    /** The whole bureau first, then its units. */
    List<Choice> unitChoices(Actor actor, Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.text("budget.bureau"))),
                        bureaus.units(actor.bureau()).stream()
                                .map(unit -> new Choice(unit.id().value().toString(), unit.name(words.chinese()))))
                .toList();
    }

    /** Those who lead, as holders. */
    List<Choice> holderChoices(Actor actor) {
        return staff.list(actor).stream()
                .filter(StaffMember::active)
                .filter(member -> Posts.leads(member.post()) || actor.may(Action.MANAGE, "staff"))
                .map(member -> new Choice(member.id().value().toString(), member.name() + " " + member.number()))
                .toList();
    }

    Map<StaffId, StaffMember> people(Actor actor, List<StaffId> ids) {
        return staff.members(actor, ids);
    }
}
