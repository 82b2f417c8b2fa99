package org.redress.ground.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressIT
class SearchIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Search search;

    @Autowired
    Offices offices;

    @Autowired
    JdbcTemplate jdbc;

    private final List<SearchDocument> documents = new ArrayList<>();

    private UUID put(Actor actor, String text) {
        SearchDocument document = new SearchDocument("ticket", Ids.next(), START.plusSeconds(documents.size()), text);
        documents.add(document);
        search.index(actor.bureau(), List.of(document));
        return document.id();
    }

    private List<UUID> find(Actor actor, String query) {
        return search.find(actor, "ticket", query, null, 1000).stream()
                .map(Hit::id)
                .toList();
    }

    @Test
    void a_chinese_word_of_two_characters_is_found_wherever_it_stands() {
        Actor actor = offices.found();
        UUID whole = put(actor, "断网");
        UUID inside = put(actor, "昨晚九点多就断网了，光猫红灯一直闪");
        UUID end = put(actor, "下雨天经常断网");
        put(actor, "网断了又好了，断断续续的网络");
        assertThat(find(actor, "断网")).containsExactly(end, inside, whole);
    }

    @Test
    void pairs_that_stand_apart_are_not_a_word() {
        Actor actor = offices.found();
        put(actor, "光猫坏了，猫红了，红灯亮");
        assertThat(find(actor, "光猫红灯")).isEmpty();
    }

    @Test
    void all_words_must_be_there_and_latin_ones_may_go_on() {
        Actor actor = offices.found();
        UUID both = put(actor, "Internet speed is 50% of 300M, 宽带太慢");
        put(actor, "speed only");
        assertThat(find(actor, "宽带 SPEED inter")).containsExactly(both);
        assertThat(find(actor, "300M")).containsExactly(both);
        assertThat(find(actor, "peed")).isEmpty();
    }

    @Test
    void signs_in_a_query_are_no_operators() {
        Actor actor = offices.found();
        UUID quoted = put(actor, "it's down & out (again) \\ 100%");
        assertThat(find(actor, "it's | ! & ( \\ %")).containsExactly(quoted);
        assertThat(find(actor, "' & ! |")).isEmpty();
    }

    @Test
    void what_changes_is_found_by_its_new_words_only() {
        Actor actor = offices.found();
        UUID id = put(actor, "旧的内容");
        search.index(actor.bureau(), List.of(new SearchDocument("ticket", id, START, "换过的文字")));
        assertThat(find(actor, "旧的")).isEmpty();
        assertThat(find(actor, "文字")).containsExactly(id);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        Actor actor = offices.found();
        for (int i = 0; i < 25; i++) {
            put(actor, "宽带" + i);
        }
        List<UUID> paged = new ArrayList<>();
        List<Hit> page = search.find(actor, "ticket", "宽带", null, 10);
        while (!page.isEmpty()) {
            page.forEach(hit -> paged.add(hit.id()));
            page = search.find(actor, "ticket", "宽带", page.getLast(), 10);
        }
        assertThat(paged).hasSize(25).doesNotHaveDuplicates().isEqualTo(find(actor, "宽带"));
    }

    @Test
    void nothing_of_another_bureau_is_found() {
        Actor here = offices.found();
        Actor there = offices.found();
        put(here, "枫林路断网");
        assertThat(find(there, "断网")).isEmpty();
    }

    /** Zammad #1696, Mattermost #22345: one Chinese character found, two did not. */
    @Test
    void the_index_finds_exactly_what_a_scan_finds() {
        Actor actor = offices.found();
        Random random = new Random(20261124);
        String letters = "宽带断网电话费用修复投诉";
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 20; n++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
                if (random.nextInt(6) == 0) {
                    text.append('，');
                }
            }
            put(actor, text.toString());
        }
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(letters.length());
            String word = letters.substring(from, Math.min(letters.length(), from + 1 + random.nextInt(3)));
            List<UUID> scanned = documents.reversed().stream()
                    .filter(document -> document.text().contains(word))
                    .map(SearchDocument::id)
                    .toList();
            assertThat(find(actor, word)).as(word).isEqualTo(scanned);
        }
    }

    @Test
    void a_rare_word_among_many_texts_is_served_by_the_index() {
        Actor actor = offices.found();
        List<SearchDocument> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(new SearchDocument(
                    "ticket", Ids.next(), START.plusSeconds(i), "宽带" + Integer.toString(i * 7919, 36) + " 掉线 " + i));
        }
        many.add(new SearchDocument("ticket", Ids.next(), START, "分光箱进水"));
        search.index(actor.bureau(), many);
        jdbc.execute("analyze search.document");
        String plan = String.join(
                "\n",
                jdbc.queryForList(
                        "explain select id from search.document where bureau = "
                                + actor.bureau().value()
                                + " and kind = 'ticket' and terms @@ '''进水'''::tsquery order by at desc, id desc limit 20",
                        String.class));
        assertThat(plan).contains("document_terms").doesNotContain("Seq Scan");
        assertThat(find(actor, "进水")).hasSize(1);
    }
}
