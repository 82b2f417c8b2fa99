package org.redress.improve.insight.induction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.improve.insight.cases.CaseTerms;

@Tag("S7.5")
class ClusteringTest {

    private static final List<String> WET =
            List.of("一下雨宽带就断，师傅说分光箱进水", "下雨天断网，分光箱里全是水", "分光箱进水导致宽带断线，一下雨就这样", "每次下雨都断网，分光箱进水没人修", "宽带断了，来人看说分光箱进水");
    private static final List<String> ROAMING = List.of(
            "出境三天扣了漫游费，没人说要另外开通流量包", "出国回来一看漫游费好几百，流量包没生效", "漫游费太高，出境前问过说有流量包", "出境漫游流量包没有开通就扣漫游费", "国外漫游费乱扣，流量包说好的没有");
    private static final List<String> ALONE = List.of("营业厅排队四十多分钟只开一个窗口", "销户非要跑回原来的营业厅办理", "彩铃从来没订过却每月扣五元");

    private static Clustering.Point point(int number, String text, @Nullable String cause) {
        return new Clustering.Point("%03d".formatted(number), words(text), cause, null);
    }

    private static Map<String, Integer> words(String text) {
        return CaseTerms.of(text).counts().entrySet().stream()
                .filter(entry -> CaseTerms.word(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Clustering.Point> points() {
        List<Clustering.Point> points = new ArrayList<>();
        for (String text : WET) {
            points.add(point(points.size(), text, "wet"));
        }
        for (String text : ROAMING) {
            points.add(point(points.size(), text, "roaming"));
        }
        for (String text : ALONE) {
            points.add(point(points.size(), text, null));
        }
        return points;
    }

    private static Set<Set<String>> named(List<Clustering.Point> points, List<List<Integer>> found) {
        return found.stream()
                .map(members ->
                        members.stream().map(place -> points.get(place).key()).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    @Test
    void what_tells_of_the_same_thing_comes_together_and_what_stands_alone_is_in_no_cluster() {
        List<Clustering.Point> points = points();
        assertThat(named(points, Clustering.of(points, 5)))
                .containsExactlyInAnyOrder(
                        Set.of("000", "001", "002", "003", "004"), Set.of("005", "006", "007", "008", "009"));
        assertThat(Clustering.of(points, 6)).isEmpty();
        assertThat(Clustering.of(List.of(), 5)).isEmpty();
    }

    @Test
    void the_same_points_give_the_same_clusters_in_whatever_order_they_come() {
        List<Clustering.Point> points = points();
        Set<Set<String>> first = named(points, Clustering.of(points, 5));
        for (int seed = 0; seed < 10; seed++) {
            List<Clustering.Point> shuffled = new ArrayList<>(points);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(named(shuffled, Clustering.of(shuffled, 5))).isEqualTo(first);
        }
    }

    @Test
    void a_cluster_is_named_by_the_words_in_which_it_differs() {
        List<String> texts = new ArrayList<>(WET);
        texts.addAll(ROAMING);
        texts.addAll(ALONE);
        List<Map<String, Integer>> terms =
                texts.stream().map(ClusteringTest::words).toList();
        Map<String, Integer> all = terms.stream()
                .flatMap(one -> one.keySet().stream())
                .collect(Collectors.toMap(term -> term, term -> 1, Integer::sum));
        List<Set<String>> inside = terms.subList(0, 5).stream()
                .map(one -> (Set<String>) new HashSet<>(one.keySet()))
                .toList();
        List<String> words = TellingWords.of(inside, all, texts.size(), WET, Map.of());
        assertThat(words.getFirst()).contains("分光箱");
        assertThat(words).hasSizeBetween(1, 3).noneMatch(word -> word.contains("漫游"));
    }

    @Test
    void the_ratio_is_dunnings_and_below_nought_where_a_word_is_rarer() {
        // By hand: 2 × (10 ln 2 + 10 ln 2) for a word that stands in all of ten texts and in none of ten others.
        assertThat(TellingWords.ratio(10, 10, 0, 10))
                .isEqualTo(40 * Math.log(2), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(TellingWords.ratio(0, 10, 10, 10)).isNegative();
        assertThat(TellingWords.ratio(5, 10, 5, 10)).isEqualTo(0, org.assertj.core.data.Offset.offset(1e-9));
    }
}
