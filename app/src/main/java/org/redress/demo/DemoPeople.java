package org.redress.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Unit;

/** The invented units and people of the demonstration bureau. */
final class DemoPeople {

    record UnitName(String code, String zh, String en) {}

    /** {@code shown}: offered as a sign-in. */
    record Person(String signIn, String name, String number, String unit, String post, boolean shown) {

        /** Whether this person takes tickets. */
        boolean answers() {
            return !post.equals(Posts.ADMINISTRATOR);
        }
    }

    static final List<UnitName> UNITS = List.of(
            new UnitName("hotline-1", "热线一班", "Hot line team 1"),
            new UnitName("hedong", "河东营业部", "Hedong outlet"),
            new UnitName("billing", "计费账务中心", "Billing centre"),
            new UnitName("network", "网络中心", "Network centre"),
            new UnitName("line-1", "线路一班", "Line crew 1"),
            new UnitName("quality", "质量科", "Quality office"));

    static final List<Person> STAFF = List.of(
            new Person("lin", "林晓岚", "2107", "hotline-1", Posts.AGENT, true),
            new Person("tang", "唐思齐", "2112", "hotline-1", Posts.AGENT, false),
            new Person("shao", "邵明远", "2115", "hotline-1", Posts.AGENT, false),
            new Person("gao", "高远", "2001", "hotline-1", Posts.HEAD, true),
            new Person("ye", "叶知秋", "3104", "hedong", Posts.AGENT, false),
            new Person("fu", "傅安然", "4102", "billing", Posts.AGENT, false),
            new Person("zheng", "郑启明", "5003", "network", Posts.HEAD, false),
            new Person("he", "何立新", "5121", "line-1", Posts.AGENT, false),
            new Person("shen", "沈佩文", "1005", "quality", Posts.QUALITY, true),
            new Person("admin", "管理员", "1000", "quality", Posts.ADMINISTRATOR, true));

    private DemoPeople() {}

    static Unit unit(Map<String, Unit> units, Person person) {
        return Objects.requireNonNull(units.get(person.unit()));
    }
}
