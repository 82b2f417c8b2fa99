package org.redress.desk.appeal;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * Something that happened to an appeal or a dispatch.
 *
 * @param what the name of the step
 * @param words what was said, at most {@link #LONGEST} characters; may be empty
 */
public record Happened(String what, Instant at, StaffId by, String words) {

    public static final int LONGEST = 4_000;
}
