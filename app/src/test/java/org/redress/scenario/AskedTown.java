package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.followup.Marks;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The customers of a town with their telephones: what they were sent, and what they do with it. Nobody is signed in. */
final class AskedTown {

    private static final Pattern LINK = Pattern.compile("http\\S+(/answers/\\S+)");

    private final MockMvc web;
    private final JdbcClient jdbc;
    private final BureauId bureau;
    private final Path telephones;

    AskedTown(MockMvc web, JdbcClient jdbc, BureauId bureau, Path outbox) {
        this.web = web;
        this.jdbc = jdbc;
        this.bureau = bureau;
        this.telephones = outbox.resolve(Integer.toString(bureau.value())).resolve("sms");
    }

    /** A questionnaire of the table, as far as it is asked about here. */
    record Asked(String state, boolean ofRun, @Nullable Integer recovery, boolean bad, boolean handledByCaller) {}

    /** The links of messages of a kind, by the telephone that they came to. */
    Map<String, String> links(String code) {
        Map<String, String> links = new HashMap<>();
        jdbc.sql("select id from notification.message where bureau = ? and code = ? and state = 'SENT'")
                .params(bureau.value(), code)
                .query(String.class)
                .list()
                .forEach(id -> {
                    String[] parts = text(id).split("\\R", 2);
                    Matcher link = LINK.matcher(parts[1]);
                    assertThat(link.find()).as(parts[1]).isTrue();
                    assertThat(links.put(parts[0], link.group(1)))
                            .as("%s has one message", parts[0])
                            .isNull();
                });
        return links;
    }

    private String text(String id) {
        try {
            return Files.readString(telephones.resolve(id + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many messages of a kind have come to telephones. */
    long received(String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ? and state = 'SENT'")
                .params(bureau.value(), code)
                .query(Long.class)
                .single();
    }

    int look(String path) throws Exception {
        return web.perform(get(URI.create(path)).header("Accept", "text/html"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    int answer(String path, Marks marks) throws Exception {
        return web.perform(post(URI.create(path))
                        .header("Accept", "text/html")
                        .param("recovery", "" + marks.recovery())
                        .param("service", "" + marks.service())
                        .param("effort", "" + marks.effort())
                        .param("stay", "" + marks.stay())
                        .param("recommend", "" + marks.recommend())
                        .param("elsewhere", Boolean.TRUE.equals(marks.elsewhere()) ? "1" : "0"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** All questionnaires there are. */
    List<Asked> all() {
        return jdbc.sql("""
                        select state, run is not null as of_run, recovery, bad,
                               coalesce(assigned = any(handled_by), false) as own
                          from recovery.follow_up where bureau = ?
                        """)
                .param(bureau.value())
                .query((row, n) -> new Asked(
                        row.getString("state"),
                        row.getBoolean("of_run"),
                        row.getObject("recovery", Integer.class),
                        row.getBoolean("bad"),
                        row.getBoolean("own")))
                .list();
    }

    long count(String state) {
        return all().stream().filter(one -> one.state().equals(state)).count();
    }

    /** Customers who were asked more than once. */
    long askedTwice() {
        return jdbc.sql("""
                        select count(*) from (select customer from recovery.follow_up
                                               where bureau = ? and asked_at is not null
                                               group by customer having count(*) > 1) twice
                        """).param(bureau.value()).query(Long.class).single();
    }
}
