package org.redress.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Unit;

/** The invented units and people of the demonstration bureau. */
final class DemoPeople {

    /** @param parent code of the unit above, which stands earlier in the list; null for the topmost */
    record UnitName(
            String code, String zh, String en, @Nullable String parent) {}

    /** {@code shown}: offered as a sign-in. */
    record Person(String signIn, String name, String number, String unit, String post, boolean shown) {

        /** Whether this person takes tickets. */
        boolean answers() {
            return List.of(Posts.AGENT, Posts.HEAD, Posts.QUALITY).contains(post);
        }
    }

    static final List<UnitName> UNITS = List.of(
            new UnitName("management", "总经理室", "Management", null),
            new UnitName("service", "客户服务部", "Customer service", "management"),
            new UnitName("hotline-1", "热线一班", "Hot line team 1", "service"),
            new UnitName("hedong", "河东营业部", "Hedong outlet", "service"),
            new UnitName("billing", "计费账务中心", "Billing centre", "management"),
            new UnitName("network", "网络中心", "Network centre", "management"),
            new UnitName("line-1", "线路一班", "Line crew 1", "network"),
            new UnitName("quality", "质量科", "Quality office", "management"));

    static final List<Person> STAFF = List.of(
            new Person("lin", "林晓岚", "2107", "hotline-1", Posts.AGENT, true),
            new Person("tang", "唐思齐", "2112", "hotline-1", Posts.AGENT, false),
            new Person("shao", "邵明远", "2115", "hotline-1", Posts.AGENT, false),
            new Person("gao", "高远", "2001", "hotline-1", Posts.HEAD, true),
            new Person("ye", "叶知秋", "3104", "hedong", Posts.AGENT, false),
            new Person("fu", "傅安然", "4102", "billing", Posts.AGENT, false),
            new Person("zheng", "郑启明", "5003", "network", Posts.HEAD, false),
            new Person("he", "何立新", "5121", "line-1", Posts.AGENT, false),
            new Person("luo", "罗丽华", "1102", "service", Posts.DIRECTOR, false),
            new Person("peng", "彭建平", "1103", "network", Posts.DIRECTOR, false),
            new Person("wei", "魏长河", "1001", "management", Posts.GENERAL_MANAGER, false),
            new Person("shen", "沈佩文", "1005", "quality", Posts.QUALITY, true),
            new Person("admin", "管理员", "1000", "quality", Posts.ADMINISTRATOR, true));

    private DemoPeople() {}

    static Unit unit(Map<String, Unit> units, Person person) {
        return Objects.requireNonNull(units.get(person.unit()));
    }
}
