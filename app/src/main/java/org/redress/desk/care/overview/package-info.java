/** The page of the room: how what was noted is used, and the stations. */
@NullMarked
package org.redress.desk.care.overview;

import org.jspecify.annotations.NullMarked;
