/** Many complaints of one place, type or subject at once: found, told, and let cool. */
@NullMarked
package org.redress.improve.quality.hot;

import org.jspecify.annotations.NullMarked;
