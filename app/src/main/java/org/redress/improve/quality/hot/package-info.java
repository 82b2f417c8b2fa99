/** Many complaints of one place or type at once: found, told, and let cool. */
@NullMarked
package org.redress.improve.quality.hot;

import org.jspecify.annotations.NullMarked;
