package org.redress.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that some work sends to the database on the thread of the test, as the framework tells them. */
public final class StatementCount {

    private static final String SENT = "Executing prepared SQL";

    private StatementCount() {}

    public static List<String> of(Callable<?> work) throws Exception {
        Logger told = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level level = told.getLevel();
        boolean passedOn = told.isAdditive();
        String here = Thread.currentThread().getName();
        ListAppender<ILoggingEvent> kept = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread().getName().equals(here)) {
                    super.append(event);
                }
            }
        };
        kept.start();
        told.setLevel(Level.DEBUG);
        told.setAdditive(false);
        told.addAppender(kept);
        try {
            work.call();
        } finally {
            told.detachAppender(kept);
            told.setAdditive(passedOn);
            told.setLevel(level);
        }
        return List.copyOf(kept.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(SENT))
                .toList();
    }
}
