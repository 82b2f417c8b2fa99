/** The pages of segments and procedures: the part of a ticket's sheet, a department's list, the drawing of a procedure, the league. */
@NullMarked
package org.redress.desk.procedure.page;

import org.jspecify.annotations.NullMarked;
