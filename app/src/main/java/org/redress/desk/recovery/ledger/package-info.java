/** What the house spends on putting failures right: a double entry ledger, append-only, with its kept sums. */
@NullMarked
@NamedInterface("ledger")
package org.redress.desk.recovery.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
