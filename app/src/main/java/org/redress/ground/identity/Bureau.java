package org.redress.ground.identity;

import java.time.ZoneId;

/**
 * A bureau and where it stands.
 *
 * @param jurisdiction whose rules hold, e.g. {@code CN} or {@code CN-HA}
 * @param region ISO 3166 region by which telephone numbers are read
 * @param currency ISO 4217
 * @param demonstration true for the generated bureau of a first start
 */
public record Bureau(
        BureauId id,
        String nameZh,
        String nameEn,
        ZoneId zone,
        String jurisdiction,
        String region,
        String currency,
        boolean demonstration) {

    public String name(boolean chinese) {
        return chinese ? nameZh : nameEn;
    }
}
