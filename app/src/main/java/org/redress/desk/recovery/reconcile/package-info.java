/** Promised is posted, open or reversed, to the cent: three records of the same money beside each other. */
@NullMarked
package org.redress.desk.recovery.reconcile;

import org.jspecify.annotations.NullMarked;
