package org.redress.support;

import java.time.ZoneId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Bureaus for tests: each test founds one of its own, so that tests in one database do not meet. */
@Component
public class Offices {

    public static final String PASSWORD = "a-long-enough-password";

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;

    Offices(Bureaus bureaus, Staff staff, Actors actors) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
    }

    /** Hashes as the product's does, without the tenth of a second that this is to cost whoever guesses. */
    @Bean
    @Primary
    static PasswordEncoder quick() {
        return new Argon2PasswordEncoder(16, 32, 1, 16, 1);
    }

    /** A new bureau in China with one unit; the command line acts for it. */
    public Actor found() {
        return found("CNY");
    }

    /** The same, counting in another currency. */
    public Actor found(String currency) {
        Bureau bureau = bureaus.found("试验局", "Test bureau", ZoneId.of("Asia/Shanghai"), "CN", "CN", currency, false);
        bureaus.addUnit(bureau.id(), "desk", "前台", "Front desk");
        return bureaus.command(bureau);
    }

    /** A new person in a post of the bureau, in its first unit; signs in as {@code NUMBER@BUREAU}. */
    public Actor hire(Actor command, String post, String number) {
        StaffId id = staff.add(command, signIn(command, number), PASSWORD, "员工" + number, number, command.unit(), post);
        return actors.of(command.bureau(), id);
    }

    /** A new person in a unit of their own. */
    public Actor hireElsewhere(Actor command, String post, String number) {
        Unit unit = bureaus.addUnit(command.bureau(), "unit-" + number, "部门" + number, "Unit " + number);
        StaffId id = staff.add(command, signIn(command, number), PASSWORD, "员工" + number, number, unit.id(), post);
        return actors.of(command.bureau(), id);
    }

    public static String signIn(Actor command, String number) {
        return number + "@" + command.bureau().value();
    }
}
