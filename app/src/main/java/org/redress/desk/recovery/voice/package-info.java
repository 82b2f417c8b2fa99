/** What the customer says would put it right, asked before anything is offered. */
@NullMarked
package org.redress.desk.recovery.voice;

import org.jspecify.annotations.NullMarked;
