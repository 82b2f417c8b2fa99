/** Support for staff: relief after hard contacts, how much they carry, and their own record, praise as well as blame. */
@NullMarked
package org.redress.improve.quality.support;

import org.jspecify.annotations.NullMarked;
