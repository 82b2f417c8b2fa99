package org.redress.desk.recovery.install;

import org.redress.platform.text.Words;

/** What became of a change to an installation. */
public sealed interface InstallResult {

    record Done(Install install) implements InstallResult {}

    /**
     * It would bring more damages than one person may give: it is noted, and made once somebody else says the same.
     *
     * @param answered whether whoever said it answers for the sum; else whoever says the same has to
     * @param asked whether there was anybody who could be asked
     */
    record Waits(Install now, boolean answered, boolean asked) implements InstallResult {

        public String text(Words words) {
            if (!asked) {
                return words.text("install.waits.nobody");
            }
            return words.text(answered ? "install.waits" : "install.waits.leading");
        }
    }

    /** Somebody else has changed it since. */
    record Stale(Install now) implements InstallResult {

        public static String text(Words words) {
            return words.text("install.stale");
        }
    }
}
