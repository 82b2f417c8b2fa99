package org.redress.ground.intake.reading;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Reads telephone numbers as they are written in a region. */
public final class PhoneText {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SHORTEST = 7;
    private static final int LONGEST = 25;

    private final String region;

    /** @param region ISO 3166, where numbers without a country's prefix belong */
    public PhoneText(String region) {
        this.region = region;
    }

    /** The number in international form (E.164), or null where the text is no valid number. */
    public @Nullable String e164(String given) {
        String text = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
        int digits = (int) text.chars().filter(Character::isDigit).count();
        if (digits < SHORTEST || text.length() > LONGEST || text.indexOf('*') >= 0) {
            return null;
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            return NUMBERS.isValidNumber(number)
                    ? NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
