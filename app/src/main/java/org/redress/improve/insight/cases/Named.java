package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people whom nobody has on file, known by what stands around them. */
final class Named {

    private static final String FILE = "/insight/personal.properties";
    private static final Properties LISTS = read();
    private static final Set<String> COMMON = Set.of(list("common").split("\\|"));

    private static final String FAMILY = "(?:" + list("compounds") + "|[" + list("surnames") + "])";
    private static final String NAME = "(" + FAMILY + "\\p{IsHan}{1,2})";

    /** After who somebody is. */
    private static final String AFTER = "(?:我叫|我是|本人|姓名|名字|名叫|叫做|户主|机主|业主|联系人|经办人|负责人|签收人|报修人|投诉人|申请人|收件人|邻居"
            + "|室友|同事|同学|朋友|老公|老婆|丈夫|妻子|爱人|父亲|母亲|爸爸|妈妈|老爸|老妈|儿子|女儿|哥哥|姐姐|弟弟|妹妹|房东|租客|师傅|经理|主任"
            + "|老师|医生|书记|局长|客服|工程师|装维员?|维修员|营业员|专员|员工|代表|坐席)";

    private static final Pattern IDENTIFIED =
            Pattern.compile("(" + AFTER + "(?:姓名|名字)?(?:是|为|叫|：|:|，|,|\\s|（|\\(){0,2})" + NAME);

    /** Before a title. */
    private static final Pattern TITLED =
            Pattern.compile("()((?:" + FAMILY + "|[" + list("titled") + "])\\p{IsHan}{0,2}?)"
                    + "(?=先生|女士|小姐|太太|师傅|经理|主任|老师|医生|阿姨|叔叔|大爷|大妈|大姐|大哥|书记|局长|科长|处长|班长|站长|所长|队长|村长|工程师)");

    /** Where somebody acts. */
    private static final Pattern ACTING = Pattern.compile("((?:由|找|让|叫|跟|和|与|被|请|联系|找到|委托|、))" + NAME
            + "(?=[，。、；：,.;！!？?\\s]|和|与|及|说|上门|来|在|给|打|接|去|家|的|处理|负责|电话|本人|签|$)");

    private static final Pattern FAMILIAR =
            Pattern.compile("()((?<![\\p{IsHan}])(?:小|老|阿)[" + list("surnames") + "](?=说|讲|来|给|告|，|。|的|上门|电话|师|$))");

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
        return Objects.requireNonNull(LISTS.getProperty(key), key);
    }

    private static Properties read() {
        Properties lists = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Named.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return lists;
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
