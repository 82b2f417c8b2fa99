package org.redress.ground.identity;

/** An organisational unit by its two names; {@code code} is how files and commands name it. */
public record Unit(UnitId id, String code, String nameZh, String nameEn) {

    public String name(boolean chinese) {
        return chinese ? nameZh : nameEn;
    }
}
