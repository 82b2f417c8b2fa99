package org.redress.platform.database;

import org.jspecify.annotations.Nullable;

/** A backup that was not written, or not restored. No file was replaced and no row was changed. */
public final class BackupRefused extends DatabaseFailure {

    private static final long serialVersionUID = 1L;

    BackupRefused(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, arguments);
    }
}
