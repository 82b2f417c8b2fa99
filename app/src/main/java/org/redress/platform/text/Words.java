package org.redress.platform.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language, from {@code i18n/messages_*.properties} (UTF-8, ICU message patterns with numbered
 * arguments). A missing key is a bug: it throws, and a test compares the files.
 */
public final class Words {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> LANGUAGES = List.of(CHINESE, ENGLISH);

    private static final Map<Locale, Words> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, String> patterns;
    private final Own own;

    /** What a bureau calls things that the message files have a name for. */
    public interface Own {

        /** The bureau's own name, to be shown as it is; null where the files decide. */
        @Nullable
        String find(String key);
    }

    private Words(Locale locale, Map<String, String> patterns, Own own) {
        this.locale = locale;
        this.patterns = patterns;
        this.own = own;
    }

    private Words(Locale locale) {
        this(locale, load(locale), key -> null);
    }

    /** The words of the nearest language that the product speaks; Chinese for every {@code zh}, else English. */
    public static Words of(Locale wanted) {
        Locale nearest = "zh".equals(wanted.getLanguage()) ? CHINESE : ENGLISH;
        return LOADED.computeIfAbsent(nearest, Words::new);
    }

    /** The same language, with names of a bureau's own before those of the files. */
    public Words calling(Own names) {
        return new Words(locale, patterns, names);
    }

    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag for {@code <html lang>}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public boolean chinese() {
        return locale.equals(CHINESE);
    }

    /** The text of a key with its arguments; numbers are grouped by thousands. */
    public String text(String key, Object... arguments) {
        String called = own.find(key);
        if (called != null) {
            return called;
        }
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + tag());
        }
        return arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The pattern behind a key, for the test that compares the files. */
    String pattern(String key) {
        return Objects.requireNonNull(patterns.get(key), key);
    }

    public boolean has(String key) {
        return own.find(key) != null || patterns.containsKey(key);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A number with exactly so many decimals. */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A share between 0 and 1 as a percentage with one decimal. */
    public String percent(double share) {
        return number(share * 100, 1) + "%";
    }

    /** A sum with its sign and all its decimals, e.g. {@code ¥1,234.50}. */
    public String money(Money sum) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(sum.getCurrencyUnit().getDecimalPlaces());
        String sign = Currency.getInstance(sum.getCurrencyUnit().getCode())
                .getName(locale, Currency.NARROW_SYMBOL_NAME, null);
        String figures = format.format(sum.getAmount().abs());
        return (sum.isNegative() ? "\u2212" : "") + sign + figures;
    }

    /** Day, month and year. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("format.date"), locale).format(day);
    }

    /** Day, month, year and time to the minute at the place. */
    public String dateTime(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern(text("format.datetime"), locale).format(moment.atZone(zone));
    }

    /** Day and month. */
    public String monthDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("format.monthday"), locale).format(day);
    }

    /** Month and year. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(text("format.month"), locale).format(month);
    }

    /** An amount of time in the largest one or two units; over 48 hours in days. */
    public String duration(Duration amount) {
        long minutes = Math.max(1, amount.abs().toMinutes());
        if (minutes < 60) {
            return text("duration.minutes", minutes);
        }
        if (minutes < 48 * 60) {
            long rest = minutes % 60;
            return rest == 0 ? text("duration.hours", minutes / 60) : text("duration.hoursminutes", minutes / 60, rest);
        }
        return text("duration.days", minutes / (24 * 60));
    }

    /** Every key that this language has. */
    public java.util.Set<String> keys() {
        return patterns.keySet();
    }

    private static Map<String, String> load(Locale locale) {
        String name = "/i18n/messages_" + locale.toString() + ".properties";
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
