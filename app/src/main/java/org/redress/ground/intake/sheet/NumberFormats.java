package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which cell styles of a workbook show a number as a date, and which date that is; and which show it with leading zeros. */
final class NumberFormats {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** 31 December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    /** A format of zeros alone, as codes and numbers of a fixed length have it. */
    private static final Pattern ZEROS = Pattern.compile("0{2,32}");

    private final BitSet dates = new BitSet();
    private final Map<Integer, Integer> lengths = new HashMap<>();
    private final boolean from1904;

    NumberFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    void read(@Nullable InputStream styles) throws IOException, XMLStreamException {
        if (styles == null) {
            return;
        }
        Map<Integer, String> own = new HashMap<>();
        XMLStreamReader xml = Xml.open(styles);
        boolean cellFormats = false;
        int style = 0;
        for (String name = Xml.nextStart(xml); name != null; name = Xml.nextStart(xml)) {
            switch (name) {
                case "numFmt" -> own.put(number(xml, "numFmtId"), String.valueOf(Xml.attribute(xml, "formatCode")));
                case "cellXfs" -> cellFormats = true;
                case "cellStyles", "dxfs" -> cellFormats = false;
                case "xf" -> {
                    if (cellFormats) {
                        int format = number(xml, "numFmtId");
                        String code = own.get(format);
                        dates.set(style, code == null ? standardDate(format) : showsDate(code));
                        if (code != null && ZEROS.matcher(code).matches()) {
                            lengths.put(style, code.length());
                        }
                        style++;
                    }
                }
                default -> {}
            }
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = Xml.attribute(xml, attribute);
        try {
            return value == null ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The numbered formats of ECMA-376 18.8.30, the East Asian ones (27 to 36, 50 to 58) among them. */
    private static boolean standardDate(int format) {
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    /** Whether a format has a letter of a date outside quotes and brackets. */
    static boolean showsDate(String code) {
        String bare =
                code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && bare.matches(".*[ymdhs].*");
    }

    boolean isDate(@Nullable String style) {
        int index = index(style);
        return index >= 0 && dates.get(index);
    }

    private static int index(@Nullable String style) {
        try {
            return style == null ? -1 : Integer.parseInt(style);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The figures of a whole number of 0 or more with as many zeros before them as the style shows. */
    String padded(String figures, @Nullable String style) {
        int missing = lengths.getOrDefault(index(style), 0) - figures.length();
        return missing > 0 ? "0".repeat(missing) + figures : figures;
    }

    /** A serial number of days as ISO date, time of day, or both; null where no date has that number. */
    @Nullable
    String date(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
            return null;
        }
        long seconds = serial.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = seconds / 86_400;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
        if (days == 0) {
            return time.toString();
        }
        // The other system holds 1900 for a leap year: up to its 29 February the numbers are one too small.
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        LocalDate day = zero.plusDays(days);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : DATE_TIME.format(LocalDateTime.of(day, time));
    }
}
