package org.redress.desk.recovery.suggestion;

import java.util.Optional;
import org.redress.ground.identity.BureauId;

/** The rules from which a bureau begins, and to which it falls back. */
public interface Rules {

    /** The type in force that they find in a text; empty where it does not tell. */
    Optional<String> type(BureauId bureau, String subject, String text);
}
