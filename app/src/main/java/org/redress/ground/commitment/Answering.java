package org.redress.ground.commitment;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/** Implemented by whoever owns a kind of subject: who answers for each, and where it is found. */
public interface Answering {

    /** The kind of its subjects, e.g. {@code ticket}. */
    String kind();

    /** Those of the subjects that are there, in one query. */
    Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> subjects);

    /**
     * What a clock is about, to be told to somebody.
     *
     * @param title in the words of whoever wrote it
     * @param path of its page
     */
    record Matter(StaffId responsible, UnitId unit, String number, String title, String path) {}
}
