/** Dispatches of the city's hot line 12345: signed for, answered back, visited, sent back once. */
@NullMarked
package org.redress.desk.appeal.hotline;

import org.jspecify.annotations.NullMarked;
