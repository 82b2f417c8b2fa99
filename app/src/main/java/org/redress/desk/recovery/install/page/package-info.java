/** Installations and what late ones owe, in the browser. */
@NullMarked
package org.redress.desk.recovery.install.page;

import org.jspecify.annotations.NullMarked;
