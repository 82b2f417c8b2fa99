package org.redress.platform.database;

import java.lang.management.ManagementFactory;

/** The server's settings: durable, reached from this machine only, modest beside the product itself. */
final class Settings {

    static final String FILE = "redress.conf";

    private static final long MIB = 1024L * 1024;

    private Settings() {}

    static String forThisMachine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return of(system.getTotalMemorySize() / MIB);
    }

    /** @param memory what the machine or the container has, in MiB */
    static String of(long memory) {
        return """
                # Written anew at every start.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 64

                fsync = on
                full_page_writes = on
                synchronous_commit = on
                restart_after_crash = on

                shared_buffers = %dMB
                effective_cache_size = %dMB
                maintenance_work_mem = %dMB
                work_mem = 8MB
                max_wal_size = 2GB
                checkpoint_timeout = 10min
                random_page_cost = 1.1
                jit = off

                # What the application asks wrongly it hears itself; its data has no business in a log.
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_checkpoints = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(between(64, memory / 8, 1024), memory / 2, between(64, memory / 32, 256));
    }

    private static long between(long least, long value, long most) {
        return Math.clamp(value, least, most);
    }
}
