package org.redress.ground.intake.sheet;

/** Counts over all bytes of a text file what speaks for which encoding. */
final class ByteCensus {

    private long bytes;
    private long controls;
    private final long[] zeros = new long[2];

    private int utf8Rest;
    private int utf8Low = 0x80;
    private int utf8High = 0xbf;
    private long utf8Good;
    private long utf8Bad;

    /** Bytes of the running GB18030 character, and its first. */
    private int gbState;

    private int gbFirst;
    private long gbGood;
    private long gbCommon;
    private long gbBad;

    void count(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            int b = buffer[i] & 0xff;
            if (b == 0) {
                zeros[(int) (bytes & 1)]++;
            } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a) {
                controls++;
            }
            bytes++;
            utf8(b);
            gb(b);
        }
    }

    ByteCensus end() {
        if (utf8Rest > 0) {
            utf8Bad++;
        }
        if (gbState > 0) {
            gbBad++;
        }
        return this;
    }

    /** Table 3-7 of the Unicode standard: well-formed byte sequences. */
    private void utf8(int b) {
        if (utf8Rest > 0) {
            if (b >= utf8Low && b <= utf8High) {
                utf8Low = 0x80;
                utf8High = 0xbf;
                if (--utf8Rest == 0) {
                    utf8Good++;
                }
                return;
            }
            utf8Bad++;
            utf8Rest = 0;
            utf8Low = 0x80;
            utf8High = 0xbf;
        }
        if (b < 0x80) {
            return;
        }
        if (b >= 0xc2 && b <= 0xdf) {
            utf8Rest = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            utf8Rest = 2;
            utf8Low = b == 0xe0 ? 0xa0 : 0x80;
            utf8High = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            utf8Rest = 3;
            utf8Low = b == 0xf0 ? 0x90 : 0x80;
            utf8High = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            utf8Bad++;
        }
    }

    /** GB 18030: one, two or four bytes. The common characters and the punctuation stand in rows A1–A3 and B0–D7. */
    private void gb(int b) {
        switch (gbState) {
            case 0 -> gbStart(b);
            case 1 -> {
                if (b >= 0x30 && b <= 0x39) {
                    gbState = 2;
                } else if (b >= 0x40 && b <= 0xfe && b != 0x7f) {
                    gbGood++;
                    boolean row = gbFirst >= 0xa1 && gbFirst <= 0xa3 || gbFirst >= 0xb0 && gbFirst <= 0xd7;
                    gbCommon += row && b >= 0xa1 ? 1 : 0;
                    gbState = 0;
                } else {
                    gbBad++;
                    gbState = 0;
                    gbStart(b);
                }
            }
            case 2 -> gbStep(b >= 0x81 && b <= 0xfe, 3);
            default -> {
                boolean whole = b >= 0x30 && b <= 0x39;
                gbGood += whole ? 1 : 0;
                gbStep(whole, 0);
            }
        }
    }

    private void gbStart(int b) {
        if (b >= 0x81 && b <= 0xfe) {
            gbFirst = b;
            gbState = 1;
        } else if (b >= 0x80) {
            gbBad++;
        }
    }

    private void gbStep(boolean fits, int next) {
        gbBad += fits ? 0 : 1;
        gbState = fits ? next : 0;
    }

    long bytes() {
        return bytes;
    }

    long controls() {
        return controls;
    }

    long zeros() {
        return zeros[0] + zeros[1];
    }

    long zerosEven() {
        return zeros[0];
    }

    long zerosOdd() {
        return zeros[1];
    }

    long utf8Good() {
        return utf8Good;
    }

    long utf8Bad() {
        return utf8Bad;
    }

    long gbGood() {
        return gbGood;
    }

    long gbCommon() {
        return gbCommon;
    }

    long gbBad() {
        return gbBad;
    }
}
