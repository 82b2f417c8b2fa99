/** What a service problem that hit many brings each of them: one run of credits, approved by two people, posted once. */
@NullMarked
@NamedInterface("credit")
package org.redress.desk.recovery.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
