package org.redress.desk.recovery.install;

import org.redress.platform.text.Words;

/** What became of a change to an installation. */
public sealed interface InstallResult {

    record Done(Install install) implements InstallResult {}

    /** It would raise the damages: it is noted, and made once somebody else enters the same. */
    record Waits(Install now) implements InstallResult {

        public static String text(Words words) {
            return words.text("install.waits");
        }
    }

    /** Somebody else has changed it since. */
    record Stale(Install now) implements InstallResult {

        public static String text(Words words) {
            return words.text("install.stale");
        }
    }
}
