/** Money for a period and a unit: who holds it, what is committed and spent, and where it is going. */
@NullMarked
package org.redress.desk.recovery.budget;

import org.jspecify.annotations.NullMarked;
