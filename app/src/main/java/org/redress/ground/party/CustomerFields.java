package org.redress.ground.party;

import java.util.Arrays;
import java.util.List;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Synonyms;

/** The fields of a file of customers, with the names that other systems have for them. */
final class CustomerFields {

    static final String NUMBER = "number";
    static final String NAME = "name";
    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String SEGMENT = "segment";
    static final String MONTHLY = "monthly";
    static final String SINCE = "since";
    /** Whole months, for files that do not say since when. */
    static final String TENURE = "tenure";

    static final String LEFT = "left";
    /** Whether they left, for files that do not say when. */
    static final String GONE = "gone";

    static final String YES = "YES";
    static final String NO = "NO";

    private static final Synonyms NAMES = Synonyms.of(CustomerFields.class, "customers.properties");

    private CustomerFields() {}

    static List<IntakeField> all() {
        return List.of(
                field(NUMBER, FieldType.EXTERNAL_NUMBER),
                field(NAME, FieldType.TEXT),
                field(PHONE, FieldType.PHONE),
                field(EMAIL, FieldType.EMAIL),
                field(SEGMENT, FieldType.CODE)
                        .with(NAMES.options(
                                SEGMENT,
                                Arrays.stream(Segment.values()).map(Enum::name).toList())),
                field(MONTHLY, FieldType.NUMBER),
                field(SINCE, FieldType.MOMENT),
                field(TENURE, FieldType.NUMBER),
                field(LEFT, FieldType.MOMENT),
                field(GONE, FieldType.CODE).with(NAMES.options(GONE, List.of(YES, NO))));
    }

    private static IntakeField field(String code, FieldType type) {
        return IntakeField.of(code, type, NAMES.names(code));
    }
}
