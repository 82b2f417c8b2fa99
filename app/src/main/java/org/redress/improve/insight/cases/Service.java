package org.redress.improve.insight.cases;

import java.util.Locale;
import java.util.regex.Pattern;

/** The service that a customer speaks of, read from the words. Text by key {@code case.service.NAME}. */
public enum Service {
    TELEVISION("电视|机顶盒|iptv|遥控|节目|\\btv\\b|set-?top|channels?\\b|cable box"),
    BROADBAND("宽带|光猫|路由|上网|网速|断网|掉线|wi-?fi|光纤|broadband|internet|router|modem|fibre|fiber|\\bdsl\\b"),
    MOBILE("手机|流量|漫游|信号|基站|短信|验证码|mobile|roaming|\\bsms\\b|\\bsim\\b|cell ?phone|\\b[45]g\\b"),
    FIXED("固话|座机|固定电话|电话线|话机|landline|dial tone|fixed line|home phone"),
    OTHER("(?!)");

    private final Pattern words;

    Service(String words) {
        this.words = Pattern.compile(words);
    }

    /** The one whose words stand first; what is said first is what it is about. */
    static Service of(String subject, String said) {
        String text = (subject + "\n" + said).toLowerCase(Locale.ROOT);
        Service first = OTHER;
        int at = Integer.MAX_VALUE;
        for (Service one : values()) {
            var found = one.words.matcher(text);
            if (found.find() && found.start() < at) {
                first = one;
                at = found.start();
            }
        }
        return first;
    }
}
