package org.redress.demo;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.SignInHints;
import org.redress.ground.identity.SignInPage;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.Unit;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds the bureau of a first start: the demonstration with its people and cases, or an empty one. */
@Component
public class Demonstration implements SignInHints {

    /** Everybody's; printed at the start and on the sign-in page, valid in the demonstration only. */
    static final String PASSWORD = "redress-demo";

    private final Bureaus bureaus;
    private final Staff staff;

    Demonstration(Bureaus bureaus, Staff staff) {
        this.bureaus = bureaus;
        this.staff = staff;
    }

    /** Founds the demonstration bureau, all in one transaction: a killed start leaves nothing half-done. */
    @Transactional
    public void found() {
        Bureau bureau = bureaus.found("云泽分公司", "Yunze branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", true);
        Map<String, Unit> units = new HashMap<>();
        DemoPeople.UNITS.forEach(u -> units.put(u.code(), bureaus.addUnit(bureau.id(), u.code(), u.zh(), u.en())));
        Actor command = bureaus.command(bureau);
        DemoPeople.STAFF.forEach(p -> staff.add(
                command,
                p.signIn(),
                PASSWORD,
                p.name(),
                p.number(),
                DemoPeople.unit(units, p).id(),
                p.post()));
    }

    /** Founds a bureau without anything in it and an administrator with a random password. */
    @Transactional
    public DemoAccount foundEmpty(String password) {
        Bureau bureau = bureaus.found("本分公司", "This branch", ZoneId.systemDefault(), "CN", "CN", "CNY", false);
        Unit unit = bureaus.addUnit(bureau.id(), "office", "综合办公室", "Office");
        staff.add(bureaus.command(bureau), "admin", password, "Administrator", "1", unit.id(), Posts.ADMINISTRATOR);
        return new DemoAccount("admin", password, "Administrator", Posts.ADMINISTRATOR);
    }

    @Override
    public List<SignInPage.Account> accounts(Words words) {
        return accounts().stream()
                .map(a -> new SignInPage.Account(a.name(), words.text("post." + a.post()), a.signIn(), a.password()))
                .toList();
    }

    /** The sign-ins to show, if this installation holds the demonstration. */
    public List<DemoAccount> accounts() {
        return bureaus.list().stream().anyMatch(Bureau::demonstration)
                ? DemoPeople.STAFF.stream()
                        .filter(DemoPeople.Person::shown)
                        .map(p -> new DemoAccount(p.signIn(), PASSWORD, p.name(), p.post()))
                        .toList()
                : List.of();
    }
}
