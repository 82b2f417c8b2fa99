/** Runs of credits in the browser. */
@NullMarked
package org.redress.desk.recovery.credit.page;

import org.jspecify.annotations.NullMarked;
