/** Installations that came late: what the law owes for each day, reckoned from their dates and entered by itself. */
@NullMarked
@NamedInterface("install")
package org.redress.desk.recovery.install;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
