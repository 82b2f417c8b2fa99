/** The statutory report of a period: counts and three rates, each with the list behind it. */
@NullMarked
package org.redress.desk.appeal.report;

import org.jspecify.annotations.NullMarked;
