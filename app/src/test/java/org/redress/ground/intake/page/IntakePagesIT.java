package org.redress.ground.intake.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.web.Notice;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@RedressIT
class IntakePagesIT {

    private static final String LEDGER = "编号,受理日期,客户电话,处理状态,内容\n"
            + "1,03/10/2026,13812342046,待处理,断网\n2,13/10/2026,13812342046,挂起待定,漫游费\n3,10/14/2026,,待处理,<b>短信</b>\n";

    @Autowired
    MockMvc web;

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    Offices offices;

    @Autowired
    UserDetailsService users;

    private Actor command;
    private RequestPostProcessor head;

    @BeforeEach
    void open() {
        command = offices.found();
        offices.hire(command, Posts.HEAD, "1");
        head = as("1");
    }

    private RequestPostProcessor as(String number) {
        return user(users.loadUserByUsername(Offices.signIn(command, number)));
    }

    private MvcResult send(String text, int expected) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("file", "台账.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return web.perform(multipart("/intake")
                        .file(file)
                        .param("target", "ledger")
                        .param("formKey", UUID.randomUUID().toString())
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-CN")
                        .with(head)
                        .with(csrf()))
                .andExpect(status().is(expected))
                .andReturn();
    }

    private String sent() throws Exception {
        return Objects.requireNonNull(send(LEDGER, 303).getResponse().getHeader("Location"));
    }

    private StoredFile file(String path) {
        return intake.file(command, new FileId(UUID.fromString(path.substring("/intake/".length()))));
    }

    private String page(String path, String language) throws Exception {
        return web.perform(get(path).header("Accept-Language", language).with(head))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void every_value_that_is_not_known_can_be_placed() throws Exception {
        StringBuilder rows = new StringBuilder("编号,受理日期,处理状态\n");
        for (int i = 100; i < 240; i++) {
            rows.append(i).append(",2026-10-03,状态").append(i).append('\n');
        }
        String path =
                Objects.requireNonNull(send(rows.toString(), 303).getResponse().getHeader("Location"));
        assertThat(page(path, "zh-CN")).contains("value=\"状态100\"", "value=\"状态239\"");
    }

    private MockHttpServletRequestBuilder settings(String path, String what) {
        MockHttpServletRequestBuilder form = post(path)
                .param("version", Integer.toString(file(path).version()))
                .param("formKey", UUID.randomUUID().toString())
                .param("source", "台账")
                .param("do", what);
        for (String use : new String[] {"field:number", "field:received", "field:phone", "field:state", "field:text"}) {
            form.param("use", use);
        }
        return form.with(head).with(csrf());
    }

    @Test
    void a_file_is_sent_in_and_its_page_shows_columns_conflict_and_first_rows_in_both_languages() throws Exception {
        String path = sent();
        String chinese = page(path, "zh-CN");

        assertThat(chinese)
                .contains("台账.csv", "日和月的次序不一", "1行只能是日在前", "“挂起待定”等1种写法不认识")
                .contains("138****2046")
                .doesNotContain("13812342046")
                .doesNotContain("<b>短信</b>");
        assertThat(page(path, "en")).contains("Days and months in both orders");
        assertThat(page("/intake", "zh-CN")).contains("台账.csv", "还没有试算");
    }

    @Test
    void two_columns_of_one_name_are_told_apart_by_their_place() throws Exception {
        String path = Objects.requireNonNull(send("编号,受理日期,内容,备注,备注\n1,2026-10-03,断网,甲,乙\n", 303)
                .getResponse()
                .getHeader("Location"));

        assertThat(page(path, "zh-CN")).contains("备注（第D列）", "备注（第E列）").doesNotContain("内容（第C列）");
        assertThat(page(path, "en")).contains("备注 (column D)", "备注 (column E)");
    }

    @Test
    void a_file_that_is_no_table_comes_back_to_the_form_with_the_reason() throws Exception {
        assertThat(send("%PDF-1.7", 422).getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("这是PDF，不是表格", "id=\"f-file\"");
    }

    @Test
    void what_a_person_says_on_the_page_is_kept_and_seen() throws Exception {
        String path = sent();
        web.perform(settings(path, "keep")
                        .param("date.received", "DAY_FIRST")
                        .param("value.state", "挂起待定")
                        .param("code.state", "pending"))
                .andExpect(status().isSeeOther());
        StoredFile file = file(path);

        assertThat(file.mapping().decision("received").choice()).isEqualTo(Mapping.Choice.DAY_FIRST);
        assertThat(file.mapping().codes().get("state")).containsEntry("挂起待定", "pending");
        assertThat(page(path, "zh-CN")).contains("读作2026-10-03").doesNotContain("种写法不认识");
    }

    @Test
    void writing_with_dates_in_doubt_writes_nothing_keeps_the_settings_and_leads_to_the_choice() throws Exception {
        String path = sent();

        web.perform(settings(path, "write")
                        .header("Accept-Language", "zh-CN")
                        .param("value.state", "挂起待定")
                        .param("code.state", "pending"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", path + "#cf-received"))
                .andExpect(flash().attribute("notice", Notice.refused("还没有写入：先定日期怎么读。")));
        assertThat(intakeRuns.runs(command, file(path).id())).isEmpty();
        assertThat(file(path).mapping().codes().get("state")).containsEntry("挂起待定", "pending");
        assertThat(page(path, "zh-CN")).contains("id=\"cf-received\"", "1行两种读法都通");
    }

    private String sent(String text) throws Exception {
        return Objects.requireNonNull(send(text, 303).getResponse().getHeader("Location"));
    }

    private static String rows(int count, String text) {
        StringBuilder file = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= count; i++) {
            file.append(i).append(",2026-10-03,").append(text).append(i).append('\n');
        }
        return file.toString();
    }

    private MockHttpServletRequestBuilder plain(String path, String what) {
        MockHttpServletRequestBuilder form = post(path)
                .param("version", Integer.toString(file(path).version()))
                .param("formKey", UUID.randomUUID().toString())
                .param("source", "城西")
                .param("do", what)
                .header("Accept-Language", "zh-CN");
        for (String use : new String[] {"field:number", "field:received", "field:text"}) {
            form.param("use", use);
        }
        return form.with(head).with(csrf());
    }

    @Test
    void a_file_that_looks_like_an_earlier_one_is_written_once_a_person_has_said_where_it_is_from() throws Exception {
        sent(rows(2, "断网"));
        String path = sent(rows(2, "漫游费"));
        assertThat(page(path, "zh-CN")).contains("这份文件是同一来源吗", "是，同样出自“台账”", "id=\"whose\"", "value=\"台账 2\"");
        assertThat(page(path, "en")).contains("Is this file from the same source?");

        for (String what : new String[] {"write", "template"}) {
            web.perform(plain(path, what))
                    .andExpect(header().string("Location", path + "#whose"))
                    .andExpect(flash().attribute("notice", Notice.refused("还没有写入：先定文件出自哪里。")));
        }
        assertThat(file(path).source()).isEqualTo("台账");
        assertThat(file(path).continues()).isNotNull();
        assertThat(intakeRuns.runs(command, file(path).id())).isEmpty();

        web.perform(plain(path, "write").param("from", "own")).andExpect(header().string("Location", path + "#runs"));
        assertThat(file(path).source()).isEqualTo("城西");
        assertThat(page(path, "zh-CN")).doesNotContain("id=\"whose\"").contains("name=\"source\"");
    }

    @Test
    void a_file_that_is_said_to_be_from_the_same_place_keeps_its_source() throws Exception {
        sent(rows(2, "断网"));
        String path = sent(rows(2, "漫游费"));

        web.perform(plain(path, "keep").param("from", "same")).andExpect(status().isSeeOther());
        assertThat(file(path).source()).isEqualTo("台账");
        assertThat(file(path).continues()).isNull();
    }

    @Test
    void the_first_fifty_rows_stand_on_the_page_in_a_box_that_the_keyboard_scrolls() throws Exception {
        String page = page(sent(rows(60, "断网")), "zh-CN");

        assertThat(page)
                .contains("前50行预览", "class=\"r-tw r-first\" tabindex=\"0\" role=\"region\"", "断网50<")
                .doesNotContain("断网51<", "all=true");
    }

    @Test
    void a_result_names_its_source_and_says_what_unchanged_means() throws Exception {
        String path = sent(rows(2, "断网"));
        FileId id = file(path).id();
        intakeRuns.runNow(command, id, Run.Kind.WRITE, progress -> {});
        assertThat(page(path, "zh-CN"))
                .contains("来源 <span data-user-content>台账</span>")
                .doesNotContain("不会改回去");

        intakeRuns.runNow(command, id, Run.Kind.WRITE, progress -> {});
        assertThat(page(path, "zh-CN")).contains("不变2 + 退回0", "之后又有改动的，以后来的为准，不会改回去");
    }

    @Test
    void the_result_is_an_equation_and_the_rejected_rows_are_a_file() throws Exception {
        String path = sent();
        Run run = intakeRuns.runNow(command, file(path).id(), Run.Kind.TRIAL, progress -> {});
        String page = page(path, "zh-CN");
        assertThat(page).contains("还没有写入。3行 = 新建1 + 更新0 + 不变0 + 退回2", "下载退回的2行");
        String runs = "/intake/runs/" + run.id().value();

        assertThat(page(runs, "zh-CN")).contains("退回的2行", "138****2046").doesNotContain("13812342046");
        MvcResult download = web.perform(get(runs + "/rejected.csv").with(head))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("text/csv")))
                .andReturn();
        download.getAsyncResult();
        assertThat(download.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .startsWith("\ufeff编号");
    }

    @Test
    void a_run_under_way_shows_how_far_it_is_how_fast_and_how_long_it_still_takes() throws Exception {
        StringBuilder many = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 1_200; i++) {
            many.append(i).append(",2026-10-03,断网\n");
        }
        String path =
                Objects.requireNonNull(send(many.toString(), 303).getResponse().getHeader("Location"));
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        Run run = intakeRuns.runNow(command, file(path).id(), Run.Kind.WRITE, now -> {
            chinese.add(shown(path + "/runs", "zh-CN"));
            english.add(shown(path, "en"));
        });

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(chinese).hasSize(3);
        assertThat(chinese.getFirst())
                .contains("<progress max=\"1200\" value=\"500\"", "hx-get=\"" + path + "/runs\"")
                .containsPattern("500/1,200行 · 每秒[\\d,]+行 · 还要约[\\d,]+秒");
        assertThat(chinese.get(1)).contains("<progress max=\"1200\" value=\"1000\"", "1,000/1,200行");
        assertThat(english.getFirst())
                .contains("台账.csv")
                .containsPattern("500/1,200 rows · [\\d,]+ a second · about [\\d,]+ s left");
        assertThat(page(path + "/runs", "zh-CN")).doesNotContain("<progress", "hx-get");
    }

    private String shown(String path, String language) {
        try {
            return page(path, language);
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Test
    void a_layout_is_changed_and_the_file_read_again() throws Exception {
        String path = sent();
        web.perform(post(path + "/layout")
                        .param("version", "1")
                        .param("formKey", UUID.randomUUID().toString())
                        .param("charset", "UTF-8")
                        .param("delimiter", "44")
                        .param("header", "0")
                        .with(head)
                        .with(csrf()))
                .andExpect(status().isSeeOther());

        assertThat(file(path).profile().rows()).isEqualTo(4);
        assertThat(page(path, "zh-CN")).contains("第A列");
    }

    @Test
    void who_may_not_import_sees_nothing_and_who_may_read_changes_nothing() throws Exception {
        String path = sent();
        offices.hire(command, Posts.AGENT, "2");
        offices.hire(command, Posts.QUALITY, "3");

        web.perform(get(path).with(as("2"))).andExpect(status().isForbidden());
        web.perform(get("/intake").with(as("2"))).andExpect(status().isForbidden());
        web.perform(get(path).with(as("3")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"do\""))));
        web.perform(settings(path, "try").with(as("3"))).andExpect(status().isForbidden());
    }

    /** Snipe-IT #1614: a second click imported twice. */
    @Test
    void the_same_form_twice_starts_one_run() throws Exception {
        String path = sent();
        MockHttpServletRequestBuilder form = settings(path, "try");
        web.perform(form).andExpect(status().isSeeOther());
        web.perform(form).andExpect(status().isSeeOther());

        assertThat(file(path).version()).isEqualTo(2);
        assertThat(intakeRuns.runs(command, file(path).id())).hasSize(1);
    }

    @Test
    void settings_saved_on_the_page_are_taken_and_offered_by_the_next_file_with_these_columns() throws Exception {
        String first = sent();
        web.perform(settings(first, "template")
                        .header("Accept-Language", "zh-CN")
                        .param("template", " 城区周报 ")
                        .param("date.received", "DAY_FIRST"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", first))
                .andExpect(flash().attribute("notice", Notice.done("已存为“城区周报”。")));

        String next = Objects.requireNonNull(
                send(LEDGER.replace("断网", "又断网"), 303).getResponse().getHeader("Location"));
        assertThat(next).isNotEqualTo(first);
        assertThat(file(next).mapping().decision("received").choice()).isEqualTo(Mapping.Choice.DAY_FIRST);
        assertThat(page(next, "zh-CN")).contains("action=\"" + next + "/template\"", "城区周报");

        web.perform(settings(next, "keep").param("date.received", "MONTH_FIRST"))
                .andExpect(status().isSeeOther());
        web.perform(post(next + "/template")
                        .param("version", Integer.toString(file(next).version()))
                        .param("formKey", UUID.randomUUID().toString())
                        .param("name", "城区周报")
                        .with(head)
                        .with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", next));
        assertThat(file(next).mapping().decision("received").choice()).isEqualTo(Mapping.Choice.DAY_FIRST);

        String other = Objects.requireNonNull(
                send("编号,日期\n1,2026-10-03\n", 303).getResponse().getHeader("Location"));
        assertThat(page(other, "zh-CN")).doesNotContain("城区周报");
    }
}
