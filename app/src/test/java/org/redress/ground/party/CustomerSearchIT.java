package org.redress.ground.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class CustomerSearchIT {

    private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗单曾仇吕";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华";
    private static final List<String> STREETS = List.of("枫林路", "柳巷", "石桥镇中街", "解放大道", "Harbour Road ");

    @Autowired
    Customers customers;

    @Autowired
    Offices offices;

    @Autowired
    FindableJob job;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NamedParameterJdbcTemplate named;

    private Actor actor;

    @BeforeEach
    void found() {
        actor = offices.found();
    }

    private record Person(CustomerId id, String name, String phone, String external, String address) {}

    private CustomerId add(CustomerDraft draft) {
        return Objects.requireNonNull(customers.match(actor, List.of(draft)).getFirst());
    }

    private CustomerId add(String name, @Nullable String phone) {
        return add(new CustomerDraft("crm", null, name, phone, phone == null ? null : "+86" + phone, null, null));
    }

    private List<CustomerId> find(String typed) {
        return customers.find(actor, typed, 20).cards().stream()
                .map(CustomerCard::id)
                .toList();
    }

    private List<Person> people(int count) {
        RandomGenerator random = new SplittableRandom(7);
        List<CustomerDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "" + FAMILY.charAt(random.nextInt(FAMILY.length()))
                    + GIVEN.charAt(random.nextInt(GIVEN.length()))
                    + (random.nextBoolean() ? GIVEN.charAt(random.nextInt(GIVEN.length())) : "");
            String phone = "13%09d".formatted(random.nextInt(1_000_000_000));
            drafts.add(new CustomerDraft(
                    "crm",
                    "KH-" + random.nextInt(10_000, 100_000) + "-" + i,
                    name,
                    phone,
                    "+86" + phone,
                    null,
                    STREETS.get(random.nextInt(STREETS.size())) + random.nextInt(1, 900) + "号"));
        }
        List<@Nullable CustomerId> ids = customers.match(actor, drafts);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CustomerDraft draft = drafts.get(i);
            people.add(new Person(
                    Objects.requireNonNull(ids.get(i)),
                    Objects.requireNonNull(draft.name()),
                    Objects.requireNonNull(draft.phone()),
                    Objects.requireNonNull(draft.externalId()),
                    Objects.requireNonNull(draft.address())));
        }
        return people;
    }

    private static String part(String whole, int shortest, RandomGenerator random) {
        int length = random.nextInt(Math.min(shortest, whole.length()), whole.length() + 1);
        int from = random.nextInt(whole.length() - length + 1);
        return whole.substring(from, from + length);
    }

    /** What a scan of all customers says; the search must say the same. */
    private static TreeSet<UUID> scan(List<Person> people, String part) {
        return people.stream()
                .filter(one -> has(one, part.toLowerCase(Locale.ROOT)))
                .map(one -> one.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(Person one, String part) {
        List<String> lines = new ArrayList<>(Pinyin.of(one.name()));
        lines.addAll(List.of(
                one.name(),
                "86" + one.phone(),
                one.external().toLowerCase(Locale.ROOT),
                one.external().toLowerCase(Locale.ROOT).replace("-", ""),
                one.address().toLowerCase(Locale.ROOT),
                one.address().toLowerCase(Locale.ROOT).replace(" ", "")));
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    @Test
    void any_part_of_a_number_a_name_an_address_or_its_pinyin_finds_exactly_whom_a_scan_finds() {
        List<Person> people = people(400);
        RandomGenerator random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            Person one = people.get(random.nextInt(people.size()));
            List<String> read = List.copyOf(Pinyin.of(one.name()));
            String part = switch (round % 5) {
                case 0 -> part(one.phone().substring(1), 2, random);
                case 1 -> part(one.name(), 1, random);
                case 2 -> part(one.address().replaceAll("[^\\p{IsHan}].*", ""), 1, random);
                case 3 -> part(one.external().replace("-", ""), 2, random);
                default -> part(read.get(random.nextInt(read.size())), 2, random);
            };
            if (part.isEmpty()) {
                continue;
            }
            TreeSet<UUID> found = customers.find(actor, part, 600).cards().stream()
                    .map(card -> card.id().value())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as(part).isEqualTo(scan(people, part));
        }
    }

    @Test
    void a_family_name_is_read_as_one_and_the_rounded_u_is_typed_in_either_way() {
        CustomerId shan = add("单雪梅", null);
        CustomerId lv = add("吕建国", null);

        assertThat(find("shanxuemei")).containsExactly(shan);
        assertThat(find("sxm")).containsExactly(shan);
        assertThat(find("lvjian")).containsExactly(lv);
        assertThat(find("lujianguo")).containsExactly(lv);
        assertThat(find("LJG")).containsExactly(lv);
    }

    @Test
    void the_beginning_the_middle_and_the_end_of_a_number_find_it_however_it_is_written() {
        CustomerId one = add("周女士", "13812342046");

        for (String typed :
                List.of("2046", "1234", "1381", "138 1234 2046", "138-1234", "+86 138", "４６", "8613812342046")) {
            assertThat(find(typed)).as(typed).containsExactly(one);
        }
        assertThat(find("2047")).isEmpty();
    }

    @Test
    void several_parts_narrow_and_whoever_is_named_in_full_comes_first() {
        CustomerId full = add("王芳", "13800000001");
        CustomerId longer = add("王芳芳", "13800000002");
        add("李芳", "13800000003");

        assertThat(find("王芳")).containsExactly(full, longer);
        assertThat(find("王芳 0002")).containsExactly(longer);
        assertThat(find("芳 wf")).containsExactlyInAnyOrder(full, longer);
    }

    @Test
    void too_little_to_look_for_finds_nobody_and_too_many_are_said_to_be_more() {
        for (int i = 0; i < 25; i++) {
            add("王芳", "1390000%04d".formatted(i));
        }

        assertThat(find("1")).isEmpty();
        assertThat(find("  %_'\\ ")).isEmpty();
        FoundCustomers found = customers.find(actor, "王", 20);
        assertThat(found.cards()).hasSize(20);
        assertThat(found.more()).isTrue();
    }

    @Test
    void a_number_added_later_finds_the_customer_and_no_other_bureau_does() {
        CustomerId one = add(new CustomerDraft("crm", "K-77", "周女士", null, null, null, null));
        assertThat(find("5566")).isEmpty();
        add(new CustomerDraft("crm", "K-77", null, "0471 5556677", null, "zhou@example.cn", null));

        assertThat(find("5566")).containsExactly(one);
        assertThat(find("zhou@ex")).containsExactly(one);
        assertThat(find("0471-5556677")).containsExactly(one);
        assertThat(customers.find(offices.found(), "5566", 20).cards()).isEmpty();
    }

    @Test
    void two_who_add_a_number_at_once_leave_the_customer_findable_by_both() throws Exception {
        CustomerId one = add(new CustomerDraft("crm", "K-88", "周女士", null, null, null, null));
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Callable<CustomerId>> both = Stream.of("0471 5550001", "0471 6660002")
                    .<Callable<CustomerId>>map(phone -> () -> {
                        together.await();
                        return add(new CustomerDraft("crm", "K-88", null, phone, null, null, null));
                    })
                    .toList();
            for (Future<CustomerId> written : writers.invokeAll(both)) {
                assertThat(written.get()).isEqualTo(one);
            }
        }

        assertThat(find("5550001")).containsExactly(one);
        assertThat(find("6660002")).containsExactly(one);
    }

    @Test
    void customers_from_before_become_findable_by_a_job() {
        CustomerId one = add("周女士", "13812342046");
        jdbc.sql("delete from party.findable where bureau = ?")
                .param(actor.bureau().value())
                .update();
        jdbc.sql("insert into party.unfindable (bureau, customer) values (?, ?)")
                .params(actor.bureau().value(), one.value())
                .update();
        assertThat(find("2046")).isEmpty();

        job.run();

        assertThat(find("2046")).containsExactly(one);
        assertThat(jdbc.sql("select count(*) from party.unfindable")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_search_reads_the_index_among_many_customers() {
        jdbc.sql("""
                        insert into party.customer (bureau, id, name, created_at)
                        select ?, gen_random_uuid(), '路人' || i, now() from generate_series(1, 40000) i
                        """).param(actor.bureau().value()).update();
        jdbc.sql("""
                        insert into party.findable (bureau, customer, at, plain, terms)
                        select c.bureau, c.id, c.created_at, c.name || chr(10) || n.phone,
                               array_to_tsvector(array(select distinct substr(n.phone, g, 3) from generate_series(1, 9) g)
                                                 || array['路人', '人', right(n.phone, 2)])
                          from party.customer c,
                               lateral (select '1' || lpad((abs(hashtext(c.id::text)) % 1000000000)::text, 10, '3') as phone) n
                         where c.bureau = ?
                        """).param(actor.bureau().value()).update();
        jdbc.sql("analyze party.findable").update();
        FindableText.Query query = FindableText.query("472046");
        String plan = String.join(
                "\n",
                named.queryForList(
                        "explain (costs off) " + Findable.FIND,
                        new MapSqlParameterSource()
                                .addValue("bureau", actor.bureau().value())
                                .addValue("whole", query.whole())
                                .addValue("parts", query.parts())
                                .addValue("phrases", query.phrases().toArray(String[]::new))
                                .addValue("most", Findable.LOOKED_AT)
                                .addValue("limit", 20),
                        String.class));

        assertThat(plan).contains("findable_terms").doesNotContain("Seq Scan");
    }
}
