/** What customers say once a failure was put right, and who calls those who are not content. */
@NullMarked
@NamedInterface("followup")
package org.redress.desk.recovery.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
