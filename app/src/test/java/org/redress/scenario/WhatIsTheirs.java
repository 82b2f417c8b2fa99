package org.redress.scenario;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what one knows that a page shows something of a bureau: its ids, and the names of its people and customers. */
final class WhatIsTheirs {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Shorter ones stand in other words too. */
    private static final int SHORTEST = 3;

    private final Set<String> ids;
    private final List<String> names;

    private WhatIsTheirs(Set<String> ids, List<String> names) {
        this.ids = ids;
        this.names = names;
    }

    /** @param others has some of them too */
    static WhatIsTheirs of(JdbcClient jdbc, BureauId bureau, BureauId others) {
        Set<String> ids = ids(jdbc, bureau);
        ids.removeAll(ids(jdbc, others));
        List<String> names = jdbc.sql(
                        """
                        select name from party.customer where bureau = ?1 and length(name) >= ?2
                        union select name from identity.staff where bureau = ?1 and length(name) >= ?2
                        """.replace("?1", Integer.toString(bureau.value())).replace("?2", Integer.toString(SHORTEST)))
                .query((row, n) -> row.getString(1))
                .list();
        return new WhatIsTheirs(ids, names);
    }

    private static Set<String> ids(JdbcClient jdbc, BureauId bureau) {
        Set<String> ids = new HashSet<>();
        jdbc.sql("""
                        select 'select distinct ' || quote_ident(c.column_name) || '::text from ' || c.table_schema || '.'
                               || c.table_name || ' where bureau = ' || ? || ' and ' || quote_ident(c.column_name)
                               || ' is not null'
                          from information_schema.columns c
                         where c.data_type = 'uuid'
                           and exists (select from information_schema.columns b
                                        where b.table_schema = c.table_schema and b.table_name = c.table_name
                                          and b.column_name = 'bureau')
                        """)
                .param(Integer.toString(bureau.value()))
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(sql -> ids.addAll(
                        jdbc.sql(sql).query((row, n) -> row.getString(1)).list()));
        return ids;
    }

    /** Something of theirs on a page, apart from what was asked for with its address. */
    Optional<String> on(String page, Collection<String> asked) {
        Stream<String> shown =
                ID.matcher(page).results().map(MatchResult::group).filter(ids::contains);
        return Stream.concat(shown, names.stream().filter(page::contains))
                .filter(mark -> !asked.contains(mark))
                .findFirst();
    }
}
