/** The taxonomy of failures in versions: who changed what, when and why. */
@NullMarked
package org.redress.desk.recovery.taxonomy;

import org.jspecify.annotations.NullMarked;
