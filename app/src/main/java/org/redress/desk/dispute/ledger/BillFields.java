package org.redress.desk.dispute.ledger;

import java.util.Arrays;
import java.util.List;
import org.redress.desk.dispute.ItemKind;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Synonyms;

/** The fields of a file of bills, a row an item, with the names that other systems have for them. */
final class BillFields {

    static final String BILL = "bill";
    /** The item's number on its bill. */
    static final String ITEM = "item";
    /** What a system calls the customer. */
    static final String CUSTOMER = "customer";
    /** By which the customer is known, for files without their number. */
    static final String PHONE = "phone";

    static final String MONTH = "month";
    static final String ISSUED = "issued";
    static final String AT = "at";
    static final String KIND = "kind";
    static final String WHAT = "what";
    static final String CALLED = "called";
    static final String SECONDS = "seconds";
    static final String KILOBYTES = "kilobytes";
    static final String SUM = "sum";
    static final String CURRENCY = "currency";
    /** What the items of the bill come to. */
    static final String TOTAL = "total";

    private static final Synonyms NAMES = Synonyms.of(BillFields.class, "bills.properties");

    private BillFields() {}

    static List<IntakeField> all() {
        return List.of(
                field(BILL, FieldType.TEXT).must(),
                field(ITEM, FieldType.TEXT).must(),
                field(CUSTOMER, FieldType.TEXT),
                field(PHONE, FieldType.PHONE),
                field(MONTH, FieldType.TEXT).must(),
                field(ISSUED, FieldType.MOMENT).must(),
                field(AT, FieldType.MOMENT),
                field(KIND, FieldType.CODE).must().with(options()),
                field(WHAT, FieldType.TEXT).must(),
                field(CALLED, FieldType.TEXT),
                field(SECONDS, FieldType.NUMBER),
                field(KILOBYTES, FieldType.NUMBER),
                field(SUM, FieldType.NUMBER).must(),
                field(CURRENCY, FieldType.TEXT),
                field(TOTAL, FieldType.NUMBER).must());
    }

    /** Whether a file's word for a currency means this one. */
    static boolean means(String word, String currency) {
        String folded = Fold.of(word);
        return folded.equals(Fold.of(currency))
                || NAMES.names(CURRENCY + "." + currency).stream().map(Fold::of).anyMatch(folded::equals);
    }

    private static IntakeField field(String code, FieldType type) {
        return IntakeField.of(code, type, NAMES.names(code));
    }

    private static List<IntakeField.Option> options() {
        return NAMES.options(
                KIND, Arrays.stream(ItemKind.values()).map(Enum::name).toList());
    }
}
