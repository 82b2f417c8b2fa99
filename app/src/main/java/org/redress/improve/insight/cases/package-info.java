/** The case base: what closed recoveries teach, without personal data, and the ones that resemble what is being said. */
@NullMarked
package org.redress.improve.insight.cases;

import org.jspecify.annotations.NullMarked;
