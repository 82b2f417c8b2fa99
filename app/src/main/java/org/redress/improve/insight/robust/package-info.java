/** Prevention by robust design: where procedures are controlled, how they fail there, and what is designed to fail safe. */
@NullMarked
package org.redress.improve.insight.robust;

import org.jspecify.annotations.NullMarked;
