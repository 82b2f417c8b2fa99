package org.redress.ground.party;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as people write them. */
public final class TelephoneNumber {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private TelephoneNumber() {}

    /** The number in international form (E.164); null where it is no whole number of that region or the world. */
    public static @Nullable String e164(String given, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(Normalizer.normalize(given, Normalizer.Form.NFKC), region);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
