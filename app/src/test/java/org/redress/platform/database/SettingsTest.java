package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_small_machine_gets_the_least_that_works() {
        assertThat(Settings.of(256)).contains("shared_buffers = 64MB").contains("maintenance_work_mem = 64MB");
    }

    @Test
    void a_large_machine_keeps_most_of_its_memory() {
        assertThat(Settings.of(256 * 1024))
                .contains("shared_buffers = 1024MB")
                .contains("maintenance_work_mem = 256MB");
    }

    @Test
    void commits_are_durable_and_only_this_machine_may_ask() {
        assertThat(Settings.of(4096))
                .contains("fsync = on")
                .contains("synchronous_commit = on")
                .contains("listen_addresses = '127.0.0.1'");
    }
}
