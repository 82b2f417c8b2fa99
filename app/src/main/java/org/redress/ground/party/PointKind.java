package org.redress.ground.party;

/** How a customer can be reached. */
enum PointKind {
    PHONE,
    EMAIL,
    ADDRESS
}
