/** Redress: one closed loop from a service failure to its prevention. The plan of the house is in ARCHITECTURE.md. */
@NullMarked
package org.redress;

import org.jspecify.annotations.NullMarked;
