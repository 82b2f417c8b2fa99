/**
 * The desk as its people see it: lists, one ticket beside them, and the forms in which they act. Asks the façades of the
 * module like any other caller.
 */
@NullMarked
package org.redress.desk.ticket.workplace;

import org.jspecify.annotations.NullMarked;
