package org.redress.ground.identity;

/** How far a permission reaches, the narrowest first. */
public enum Scope {
    OWN,
    UNIT,
    BUREAU
}
