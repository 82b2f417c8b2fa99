/** Learns from what people have chosen which failure type a text speaks of, and how sure that is. */
@NullMarked
package org.redress.desk.recovery.suggestion;

import org.jspecify.annotations.NullMarked;
