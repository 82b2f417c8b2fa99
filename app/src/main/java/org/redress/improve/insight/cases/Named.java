package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people whom nobody has on file, known by what stands around them. */
final class Named {

    private static final Set<String> COMMON = Set.of(list("common").split("\\|"));

    private static final String FAMILY = "(?:" + list("compounds") + "|[" + list("surnames") + "])";
    private static final String NAME = "(" + FAMILY + "\\p{IsHan}{1,2})";

    /** After who somebody is. */
    private static final Pattern IDENTIFIED = Pattern.compile(
            "((?:" + list("name.after") + ")(?:" + list("name.called") + ")?(?:" + list("name.is") + "){0,2})" + NAME);

    /** Before a title. */
    private static final Pattern TITLED = Pattern.compile(
            "()((?:" + FAMILY + "|[" + list("titled") + "])\\p{IsHan}{0,2}?)(?=" + list("name.title") + ")");

    /** Where somebody acts. */
    private static final Pattern ACTING =
            Pattern.compile("((?:" + list("name.by") + "))" + NAME + "(?=" + list("name.acts") + "|$)");

    private static final Pattern FAMILIAR = Pattern.compile("()((?<![\\p{IsHan}])(?:" + list("name.familiar") + ")["
            + list("surnames") + "](?=" + list("name.familiar.acts") + "|$))");

    private static final Pattern DOTTED = Pattern.compile("()(\\p{IsHan}{2,6}[·•]\\p{IsHan}{2,8})");

    private static final String WORD = "(?:[A-Z]['’])?[A-Z][a-z'’]+(?:-?[A-Z][a-z]+)?";

    private static final Pattern ENGLISH =
            Pattern.compile("((?i:\\b(?:my name(?:'s| is)|i am|i'm|this is|name|named|contact|attn|attention"
                    + "|customer|mr|mrs|ms|miss|dr|prof|regards|sincerely|cheers|thanks|thank you|neighbou?r|husband|wife|son|daughter|mother|father"
                    + "|brother|sister|agent|rep|representative|technician|tech|supervisor|manager|spoke (?:to|with)|talked (?:to|with)|told|ask for|dear))"
                    + "[.,:]?\\s+)(" + WORD + "(?:\\s+(?:[A-Z]\\.?(?=\\s)|" + WORD + ")){0,2})");

    private static final Pattern SPOKEN =
            Pattern.compile("((?i:\\bmy (?:full )?name(?:'s| is)|\\bname:)\\s+)([a-z'’]+(?:\\s+[a-z'’]+)?)");

    private static final Pattern GIVEN =
            Pattern.compile("()(\\b(?i:" + list("given") + ")\\b(?:\\s+(?:[A-Z]\\.\\s+)?" + WORD + ")?)");

    private static final Pattern CAPITAL = Pattern.compile("^[A-Z].*", Pattern.DOTALL);

    private Named() {}

    private static String list(String key) {
        return WordLists.PERSONAL.get(key);
    }

    static String over(String text) {
        String covered = DOTTED.matcher(text).replaceAll(Named::cover);
        covered = TITLED.matcher(covered).replaceAll(Named::cover);
        covered = IDENTIFIED.matcher(covered).replaceAll(Named::cover);
        covered = ACTING.matcher(covered).replaceAll(Named::cover);
        covered = FAMILIAR.matcher(covered).replaceAll(Named::cover);
        covered = ENGLISH.matcher(covered).replaceAll(Named::cover);
        covered = SPOKEN.matcher(covered).replaceAll(Named::cover);
        return GIVEN.matcher(covered)
                .replaceAll(found ->
                        CAPITAL.matcher(found.group(2)).matches() ? COVER : Matcher.quoteReplacement(found.group()));
    }

    /** Everyday words that begin like a name are left. */
    private static String cover(MatchResult found) {
        String name = found.group(2);
        boolean everyday = name.length() > 1 && COMMON.contains(name.substring(0, 2));
        return Matcher.quoteReplacement(everyday ? found.group() : found.group(1) + COVER);
    }
}
