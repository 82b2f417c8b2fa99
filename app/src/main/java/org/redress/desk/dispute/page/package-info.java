/** The pages of disputes: the part of a ticket's sheet, marking and deciding items, the list by limit. */
@NullMarked
package org.redress.desk.dispute.page;

import org.jspecify.annotations.NullMarked;
