/** Stations at which panels of customers report regularly how the service is. */
@NullMarked
package org.redress.desk.care.station;

import org.jspecify.annotations.NullMarked;
