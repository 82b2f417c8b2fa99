/** The same failure is not compensated twice: what was given for it before, by whatever channel. */
@NullMarked
@NamedInterface("duplicate")
package org.redress.desk.recovery.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
