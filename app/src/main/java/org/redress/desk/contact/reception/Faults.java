package org.redress.desk.contact.reception;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.redress.platform.text.Words;
import org.redress.platform.web.Typed;

/** What cannot be taken of a form as it stands, by field, in words. */
final class Faults {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private Faults() {}

    static Map<String, String> of(ContactForm form, Words words, ZoneId zone) {
        Map<String, String> faults = new LinkedHashMap<>();
        form.lines().forEach((field, value) -> {
            if (UNSEEN.matcher(value).find()) {
                faults.put(field, words.text("problem.typed.unseen"));
            } else if (!field.equals("words") && !field.equals("answer") && value.length() > Typed.LINE) {
                faults.put(field, words.text("problem.typed.long", Typed.LINE));
            }
        });
        if (form.words().isBlank()) {
            faults.putIfAbsent("words", words.text("problem.typed.missing"));
        }
        if (form.mood() == null) {
            faults.put("mood", words.text("contact.new.mood.missing"));
        }
        if (form.newcomer()) {
            reach(form, words, faults);
        }
        if (!form.spoken().isBlank() && form.spokenAt(zone) == null) {
            faults.putIfAbsent("spoken", words.text("contact.new.spoken.unread"));
        }
        return faults;
    }

    private static void reach(ContactForm form, Words words, Map<String, String> faults) {
        if (!form.phone().isBlank() && form.phone().chars().noneMatch(Character::isDigit)) {
            faults.putIfAbsent("phone", words.text("contact.new.phone.unread"));
        }
        if (!form.email().isBlank() && !MAILBOX.matcher(form.email().strip()).matches()) {
            faults.putIfAbsent("email", words.text("contact.new.email.unread"));
        }
    }
}
