package org.redress.ground.notification.gateway;

import org.jsmpp.bean.TypeOfNumber;
import org.springframework.core.env.Environment;

/** {@code redress.sms.smpp.*}: host, port, system-id, password and source, the number or name that people see. */
record SmppSettings(String host, int port, String systemId, String password, String source) {

    private static final int USUAL_PORT = 2775;

    static boolean present(Environment settings) {
        return !settings.getProperty("redress.sms.smpp.host", "").isBlank();
    }

    static SmppSettings of(Environment settings) {
        return new SmppSettings(
                settings.getRequiredProperty("redress.sms.smpp.host"),
                settings.getProperty("redress.sms.smpp.port", Integer.class, USUAL_PORT),
                settings.getProperty("redress.sms.smpp.system-id", ""),
                settings.getProperty("redress.sms.smpp.password", ""),
                settings.getProperty("redress.sms.smpp.source", ""));
    }

    TypeOfNumber sourceType() {
        return source.chars().allMatch(Character::isDigit) ? TypeOfNumber.NATIONAL : TypeOfNumber.ALPHANUMERIC;
    }

    @Override
    public String toString() {
        return "SmppSettings[" + host + ":" + port + "]";
    }
}
