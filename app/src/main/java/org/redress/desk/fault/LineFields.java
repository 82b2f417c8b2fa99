package org.redress.desk.fault;

import java.util.Arrays;
import java.util.List;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Synonyms;

/** The fields of a file of lines, with the names that other systems have for them. */
final class LineFields {

    static final String NUMBER = "number";
    static final String SERVICE = "service";
    static final String ADDRESS = "address";
    /** The exchange or the cabinet that serves it. */
    static final String EXCHANGE = "exchange";

    static final String AREA = "area";
    /** What a system calls the customer. */
    static final String CUSTOMER = "customer";
    /** By which the customer is known, for files without their number. */
    static final String PHONE = "phone";

    static final String RENT = "rent";
    /** The unit that repairs what the exchange serves. */
    static final String UNIT = "unit";

    private static final Synonyms NAMES = Synonyms.of(LineFields.class, "lines.properties");

    private LineFields() {}

    static List<IntakeField> all() {
        return List.of(
                field(NUMBER, FieldType.EXTERNAL_NUMBER).must(),
                field(SERVICE, FieldType.CODE).must().with(options(SERVICE, Service.values())),
                field(ADDRESS, FieldType.TEXT).must(),
                field(EXCHANGE, FieldType.TEXT).must(),
                field(AREA, FieldType.CODE).must().with(options(AREA, Area.values())),
                field(CUSTOMER, FieldType.TEXT),
                field(PHONE, FieldType.PHONE),
                field(RENT, FieldType.NUMBER).must(),
                field(UNIT, FieldType.TEXT));
    }

    private static IntakeField field(String code, FieldType type) {
        return IntakeField.of(code, type, NAMES.names(code));
    }

    private static List<IntakeField.Option> options(String field, Enum<?>[] codes) {
        return NAMES.options(field, Arrays.stream(codes).map(Enum::name).toList());
    }
}
