package org.redress.ground.identity;

import static org.redress.ground.identity.Action.ASSIGN;
import static org.redress.ground.identity.Action.EXPORT;
import static org.redress.ground.identity.Action.MANAGE;
import static org.redress.ground.identity.Action.READ;
import static org.redress.ground.identity.Action.REDACT;
import static org.redress.ground.identity.Action.REVEAL;
import static org.redress.ground.identity.Action.WRITE;
import static org.redress.ground.identity.Scope.BUREAU;
import static org.redress.ground.identity.Scope.OWN;
import static org.redress.ground.identity.Scope.UNIT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The posts that a new bureau begins with, and what each may do. Texts by key {@code post.CODE}. */
public final class Posts {

    public static final String AGENT = "agent";
    public static final String HEAD = "head";
    /** Heads a department with its teams. */
    public static final String DIRECTOR = "director";

    public static final String GENERAL_MANAGER = "manager";
    public static final String QUALITY = "quality";
    public static final String ADMINISTRATOR = "administrator";
    static final String COMMAND = "command";

    /** The posts that a member of staff can hold. */
    public static final List<String> CHOICES = List.of(AGENT, HEAD, DIRECTOR, GENERAL_MANAGER, QUALITY, ADMINISTRATOR);

    private static final List<Grant> LEADING = List.of(
            new Grant(READ, "ticket", BUREAU),
            new Grant(WRITE, "ticket", BUREAU),
            new Grant(ASSIGN, "ticket", BUREAU),
            new Grant(WRITE, "pause.customer", BUREAU),
            new Grant(WRITE, "pause.appointment", BUREAU),
            new Grant(WRITE, "pause.force", BUREAU),
            new Grant(READ, "contact", BUREAU),
            new Grant(WRITE, "contact", BUREAU),
            new Grant(READ, "mail", BUREAU),
            new Grant(WRITE, "mail", BUREAU),
            new Grant(EXPORT, "ticket", BUREAU),
            new Grant(READ, "segment", BUREAU),
            new Grant(WRITE, "segment", UNIT),
            new Grant(READ, "procedure", BUREAU),
            new Grant(READ, "customer", BUREAU),
            new Grant(REVEAL, "customer", BUREAU),
            new Grant(WRITE, "customer", BUREAU),
            new Grant(WRITE, "standing", BUREAU),
            new Grant(READ, "import", BUREAU),
            new Grant(WRITE, "import", BUREAU),
            new Grant(READ, "cause", BUREAU),
            new Grant(WRITE, "cause", BUREAU),
            new Grant(READ, "prevention", BUREAU),
            new Grant(WRITE, "prevention", BUREAU),
            new Grant(READ, "rule", BUREAU),
            new Grant(READ, "staff", BUREAU),
            new Grant(READ, "message", BUREAU),
            new Grant(WRITE, "message", BUREAU),
            new Grant(READ, "fault", BUREAU),
            new Grant(WRITE, "fault", UNIT),
            new Grant(ASSIGN, "fault", BUREAU),
            new Grant(READ, "hot", BUREAU),
            new Grant(WRITE, "hot", BUREAU),
            new Grant(READ, "preference", BUREAU),
            new Grant(WRITE, "preference", BUREAU),
            new Grant(READ, "followup", BUREAU),
            new Grant(WRITE, "followup", BUREAU),
            new Grant(READ, "effect", BUREAU),
            new Grant(EXPORT, "effect", BUREAU),
            new Grant(READ, "station", BUREAU),
            new Grant(WRITE, "station", BUREAU),
            new Grant(MANAGE, "station", BUREAU),
            new Grant(EXPORT, "station", BUREAU),
            new Grant(READ, "card", UNIT),
            new Grant(WRITE, "card", UNIT),
            new Grant(READ, "review", BUREAU),
            new Grant(WRITE, "review", OWN),
            new Grant(READ, "promise", BUREAU),
            new Grant(EXPORT, "promise", BUREAU),
            new Grant(READ, "dispute", BUREAU),
            new Grant(WRITE, "dispute", BUREAU),
            new Grant(ASSIGN, "dispute", BUREAU),
            new Grant(READ, "appeal", BUREAU),
            new Grant(WRITE, "appeal", BUREAU),
            new Grant(EXPORT, "appeal", BUREAU),
            new Grant(READ, "compensation", BUREAU),
            new Grant(WRITE, "compensation", BUREAU),
            new Grant(ASSIGN, "compensation", BUREAU),
            new Grant(EXPORT, "compensation", BUREAU),
            new Grant(READ, "plan", BUREAU),
            new Grant(WRITE, "plan", BUREAU),
            new Grant(READ, "reaction", BUREAU),
            new Grant(WRITE, "reaction", BUREAU),
            new Grant(READ, "support", UNIT),
            new Grant(WRITE, "support", UNIT),
            new Grant(READ, "install", BUREAU),
            new Grant(WRITE, "install", BUREAU),
            new Grant(READ, "pattern", BUREAU));

    /** Leads everybody, and decides about cards. */
    private static final List<Grant> LEADING_ALL = Stream.concat(
                    LEADING.stream()
                            .filter(grant ->
                                    !(grant.action() == READ && grant.kind().equals("card"))),
                    Stream.of(
                            new Grant(READ, "card", BUREAU),
                            new Grant(MANAGE, "card", BUREAU),
                            new Grant(MANAGE, "fault", BUREAU),
                            new Grant(MANAGE, "dispute", BUREAU),
                            new Grant(MANAGE, "compensation", BUREAU),
                            new Grant(MANAGE, "rule", BUREAU),
                            new Grant(REDACT, "customer", BUREAU),
                            new Grant(MANAGE, "taxonomy", BUREAU),
                            new Grant(READ, "support", BUREAU),
                            new Grant(WRITE, "support", BUREAU),
                            new Grant(WRITE, "pattern", BUREAU)))
            .toList();

    static final Map<String, List<Grant>> GRANTS = Map.of(
            AGENT,
            List.of(
                    new Grant(READ, "ticket", BUREAU),
                    new Grant(WRITE, "ticket", UNIT),
                    new Grant(WRITE, "pause.customer", OWN),
                    new Grant(WRITE, "pause.appointment", UNIT),
                    new Grant(READ, "segment", BUREAU),
                    new Grant(WRITE, "segment", UNIT),
                    new Grant(READ, "procedure", BUREAU),
                    new Grant(READ, "contact", BUREAU),
                    new Grant(WRITE, "contact", UNIT),
                    new Grant(READ, "mail", BUREAU),
                    new Grant(WRITE, "mail", BUREAU),
                    new Grant(READ, "customer", BUREAU),
                    new Grant(REVEAL, "customer", UNIT),
                    new Grant(WRITE, "customer", UNIT),
                    new Grant(READ, "cause", BUREAU),
                    new Grant(READ, "rule", BUREAU),
                    new Grant(READ, "prevention", BUREAU),
                    new Grant(WRITE, "message", UNIT),
                    new Grant(READ, "fault", BUREAU),
                    new Grant(WRITE, "fault", UNIT),
                    new Grant(READ, "hot", BUREAU),
                    new Grant(READ, "preference", BUREAU),
                    new Grant(WRITE, "preference", BUREAU),
                    new Grant(READ, "followup", BUREAU),
                    new Grant(WRITE, "followup", BUREAU),
                    new Grant(READ, "effect", BUREAU),
                    new Grant(READ, "station", BUREAU),
                    new Grant(WRITE, "station", UNIT),
                    new Grant(READ, "card", OWN),
                    new Grant(WRITE, "card", OWN),
                    new Grant(READ, "review", OWN),
                    new Grant(WRITE, "review", OWN),
                    new Grant(READ, "promise", BUREAU),
                    new Grant(READ, "dispute", BUREAU),
                    new Grant(WRITE, "dispute", UNIT),
                    new Grant(READ, "appeal", UNIT),
                    new Grant(WRITE, "appeal", UNIT),
                    new Grant(READ, "compensation", OWN),
                    new Grant(WRITE, "compensation", UNIT),
                    new Grant(READ, "plan", BUREAU),
                    new Grant(WRITE, "plan", UNIT),
                    new Grant(READ, "reaction", BUREAU),
                    new Grant(WRITE, "reaction", UNIT),
                    new Grant(READ, "support", OWN),
                    new Grant(WRITE, "support", OWN),
                    new Grant(READ, "install", BUREAU),
                    new Grant(WRITE, "install", UNIT)),
            HEAD,
            LEADING,
            DIRECTOR,
            LEADING,
            GENERAL_MANAGER,
            LEADING_ALL,
            QUALITY,
            List.of(
                    new Grant(READ, "ticket", BUREAU),
                    new Grant(WRITE, "ticket", BUREAU),
                    new Grant(WRITE, "pause.customer", OWN),
                    new Grant(WRITE, "pause.appointment", UNIT),
                    new Grant(EXPORT, "ticket", BUREAU),
                    new Grant(READ, "segment", BUREAU),
                    new Grant(WRITE, "segment", UNIT),
                    new Grant(READ, "procedure", BUREAU),
                    new Grant(MANAGE, "procedure", BUREAU),
                    new Grant(READ, "contact", BUREAU),
                    new Grant(WRITE, "contact", BUREAU),
                    new Grant(READ, "mail", BUREAU),
                    new Grant(WRITE, "mail", BUREAU),
                    new Grant(READ, "customer", BUREAU),
                    new Grant(READ, "cause", BUREAU),
                    new Grant(WRITE, "cause", BUREAU),
                    new Grant(MANAGE, "cause", BUREAU),
                    new Grant(EXPORT, "cause", BUREAU),
                    new Grant(READ, "prevention", BUREAU),
                    new Grant(WRITE, "prevention", BUREAU),
                    new Grant(READ, "rule", BUREAU),
                    new Grant(MANAGE, "rule", BUREAU),
                    new Grant(MANAGE, "taxonomy", BUREAU),
                    new Grant(READ, "import", BUREAU),
                    new Grant(READ, "trail", BUREAU),
                    new Grant(READ, "message", BUREAU),
                    new Grant(WRITE, "message", BUREAU),
                    new Grant(MANAGE, "message", BUREAU),
                    new Grant(READ, "fault", BUREAU),
                    new Grant(WRITE, "fault", UNIT),
                    new Grant(READ, "hot", BUREAU),
                    new Grant(WRITE, "hot", BUREAU),
                    new Grant(READ, "preference", BUREAU),
                    new Grant(WRITE, "preference", BUREAU),
                    new Grant(READ, "followup", BUREAU),
                    new Grant(WRITE, "followup", BUREAU),
                    new Grant(READ, "effect", BUREAU),
                    new Grant(EXPORT, "effect", BUREAU),
                    new Grant(READ, "station", BUREAU),
                    new Grant(WRITE, "station", BUREAU),
                    new Grant(MANAGE, "station", BUREAU),
                    new Grant(EXPORT, "station", BUREAU),
                    new Grant(READ, "card", BUREAU),
                    new Grant(WRITE, "card", OWN),
                    new Grant(ASSIGN, "card", BUREAU),
                    new Grant(MANAGE, "card", BUREAU),
                    new Grant(READ, "review", BUREAU),
                    new Grant(WRITE, "review", BUREAU),
                    new Grant(READ, "promise", BUREAU),
                    new Grant(EXPORT, "promise", BUREAU),
                    new Grant(MANAGE, "promise", BUREAU),
                    new Grant(READ, "dispute", BUREAU),
                    new Grant(WRITE, "dispute", BUREAU),
                    new Grant(ASSIGN, "dispute", BUREAU),
                    new Grant(READ, "appeal", BUREAU),
                    new Grant(WRITE, "appeal", BUREAU),
                    new Grant(EXPORT, "appeal", BUREAU),
                    new Grant(READ, "compensation", BUREAU),
                    new Grant(WRITE, "compensation", BUREAU),
                    new Grant(EXPORT, "compensation", BUREAU),
                    new Grant(READ, "plan", BUREAU),
                    new Grant(WRITE, "plan", BUREAU),
                    new Grant(READ, "reaction", BUREAU),
                    new Grant(WRITE, "reaction", BUREAU),
                    new Grant(READ, "support", OWN),
                    new Grant(WRITE, "support", OWN),
                    new Grant(READ, "install", BUREAU),
                    new Grant(READ, "pattern", BUREAU),
                    new Grant(WRITE, "pattern", BUREAU)),
            ADMINISTRATOR,
            everything());

    private Posts() {}

    /** Whether a post leads others. */
    public static boolean leads(String post) {
        return post.equals(HEAD) || post.equals(DIRECTOR) || post.equals(GENERAL_MANAGER);
    }

    static List<Grant> everything() {
        return Arrays.stream(Action.values())
                .map(action -> new Grant(action, Grant.EVERY_KIND, BUREAU))
                .toList();
    }
}
