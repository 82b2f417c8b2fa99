package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.List;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Synonyms;

/** The fields of a file of complaints, with the names that other systems have for them. */
final class ComplaintFields {

    static final String NUMBER = "number";
    static final String RECEIVED = "received";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";
    static final String STATE = "state";
    static final String CHANNEL = "channel";
    static final String KIND = "kind";
    static final String CUSTOMER_NAME = "customer";
    static final String CUSTOMER_ID = "customerid";
    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String ADDRESS = "address";
    static final String PLACE = "place";
    static final String POSTAL_CODE = "postalcode";
    static final String LABEL = "label";
    static final String RESPONSIBLE = "responsible";
    static final String UNIT = "unit";
    static final String RESOLVED = "resolved";
    static final String CLOSED = "closed";
    static final String CHANGED = "changed";

    private static final Synonyms NAMES = Synonyms.of(ComplaintFields.class, "complaints.properties");

    private ComplaintFields() {}

    static List<IntakeField> all() {
        return List.of(
                field(NUMBER, FieldType.EXTERNAL_NUMBER),
                field(RECEIVED, FieldType.MOMENT),
                field(SUBJECT, FieldType.TEXT),
                field(TEXT, FieldType.LONG_TEXT),
                field(STATE, FieldType.CODE).with(options(STATE, TicketState.values())),
                field(CHANNEL, FieldType.CODE).with(options(CHANNEL, Channel.values())),
                field(KIND, FieldType.CODE).with(options(KIND, TicketKind.values())),
                field(CUSTOMER_NAME, FieldType.TEXT),
                field(CUSTOMER_ID, FieldType.TEXT),
                field(PHONE, FieldType.PHONE),
                field(EMAIL, FieldType.EMAIL),
                field(ADDRESS, FieldType.TEXT),
                field(PLACE, FieldType.TEXT),
                field(POSTAL_CODE, FieldType.POSTAL_CODE),
                field(LABEL, FieldType.TEXT),
                field(RESPONSIBLE, FieldType.TEXT),
                field(UNIT, FieldType.TEXT),
                field(RESOLVED, FieldType.MOMENT),
                field(CLOSED, FieldType.MOMENT),
                field(CHANGED, FieldType.MOMENT));
    }

    private static IntakeField field(String code, FieldType type) {
        return IntakeField.of(code, type, NAMES.names(code));
    }

    private static List<IntakeField.Option> options(String field, Enum<?>[] values) {
        return NAMES.options(field, Arrays.stream(values).map(Enum::name).toList());
    }
}
