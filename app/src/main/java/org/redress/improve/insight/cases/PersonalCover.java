package org.redress.improve.insight.cases;

import static org.redress.ground.party.Blackout.COVER;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import org.redress.ground.party.Blackout;

/**
 * Takes the person out of a text in Chinese or English: what the customer and the staff are known by, then whatever looks
 * like a mail address, a telephone or account number, an identity card, a number plate, a door, a name. In doubt it covers:
 * a case loses a word rather than a customer their secrecy. Sums, dates, hours, speeds and the road stay.
 */
final class PersonalCover {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final String region;
    private final List<Blackout> known;

    /**
     * @param region by which telephone numbers are read
     * @param known what covers the customer, the staff
     */
    PersonalCover(String region, List<Blackout> known) {
        this.region = region;
        this.known = List.copyOf(known);
    }

    String over(String text) {
        String covered = text;
        for (Blackout one : known) {
            covered = one.over(covered);
        }
        covered = Reached.over(covered);
        covered = numbers(covered);
        covered = Numbered.over(covered);
        covered = Doors.over(covered);
        return Named.over(covered);
    }

    /** Telephone numbers of this region and of the world as the library knows them; the shorter ones are found by their figures. */
    private String numbers(String text) {
        StringBuilder covered = new StringBuilder();
        int from = 0;
        for (PhoneNumberMatch found : NUMBERS.findNumbers(text, region, Leniency.VALID, Long.MAX_VALUE)) {
            if (Numbered.date(found.rawString())) {
                continue;
            }
            covered.append(text, from, found.start()).append(COVER);
            from = found.end();
        }
        return covered.append(text, from, text.length()).toString();
    }
}
