package org.redress.ground.notification;

import java.util.UUID;
import org.redress.ground.identity.BureauId;

/**
 * Makes a link that gives its bearer a right and so must stand nowhere but in the message itself. A message asks for it by a
 * parameter with the value {@link #PLACE}; it is put in at the moment of handing over, anew for each try. Contributed as a bean.
 */
public interface FreshLink {

    /** What stands in its place wherever the message is kept or shown. */
    String PLACE = "[▇▇▇]";

    /** The kind of subjects whose messages it is for. */
    String kind();

    /** A new link for a subject; earlier ones stay as they are. */
    String make(BureauId bureau, UUID subject);
}
