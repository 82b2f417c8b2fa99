package org.redress.platform.text;

/** Personal data as lists show it: enough to recognise, too little to use. */
public final class Masked {

    private static final String STARS = "****";

    private Masked() {}

    /** {@code 13812342046} becomes {@code 138****2046}; shorter numbers keep only their last two figures. */
    public static String phone(String number) {
        String bare = number.strip();
        if (bare.length() < 7) {
            return STARS + bare.substring(Math.max(0, bare.length() - 2));
        }
        int head = bare.startsWith("+") ? Math.min(6, bare.length() - 7) : Math.min(3, bare.length() - 6);
        return bare.substring(0, Math.max(1, head)) + STARS + bare.substring(bare.length() - 4);
    }

    /** {@code lin.xiaolan@example.cn} becomes {@code l****@example.cn}. */
    public static String email(String address) {
        int at = address.indexOf('@');
        return at <= 0 ? STARS : address.charAt(0) + STARS + address.substring(at);
    }
}
