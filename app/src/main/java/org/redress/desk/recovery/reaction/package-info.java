/** The ring of the reaction: apology, urgent handling, empathy, a symbol, follow-up, each within its limit. */
@NullMarked
package org.redress.desk.recovery.reaction;

import org.jspecify.annotations.NullMarked;
