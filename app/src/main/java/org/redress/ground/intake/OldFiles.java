package org.redress.ground.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.KeepingRules;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Drops files with their rejected rows once nobody has needed them for as long as the rulebook says. */
@Component
class OldFiles {

    private static final int BATCH = 50;

    private final KeptFiles files;
    private final KeepingRules rules;

    OldFiles(KeptFiles files, KeepingRules rules) {
        this.files = files;
        this.rules = rules;
    }

    @Bean
    RecurringJob oldIntakeFiles() {
        return new RecurringJob("intake-files", Duration.ofHours(1), this::drop);
    }

    void drop() {
        rules.apply("intake.keep", this::drop);
    }

    /** Each file by itself, so that none is held while the others are dropped. */
    private void drop(BureauId bureau, Instant before) {
        List<FileId> old = files.old(bureau, before, BATCH);
        while (!old.isEmpty()) {
            old.forEach(file -> files.drop(bureau, file, before));
            old = old.size() < BATCH ? List.of() : files.old(bureau, before, BATCH);
        }
    }
}
