package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.identity.SignInPage;
import org.redress.platform.text.Words;

/** Draws every component in every state, in both languages, to {@code target/gallery} for people to look at. */
class GalleryTest {

    private static final Path FOLDER = Path.of("target/gallery");

    private static final List<String> LINES = List.of("clock", "person", "post");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_component_is_drawn_in_every_state(String tag) throws IOException {
        Shell shell = shell(tag);
        String page = draw(
                "layout/page.jte",
                Map.of("shell", shell, "title", "Components", "floor", "desk", "content", content(gallery(shell))));

        write("components." + tag + ".html", page);

        assertThat(page).doesNotContain(">null<", "style=").contains("lang=\"" + tag + "\"");
        assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("</svg>", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void the_pages_without_a_floor_are_drawn(String tag) throws IOException {
        Shell shell = shell(tag);
        Failure failure = Failures.of(Problem.absent("asset.absent", "x.css"), shell.words());
        SignInPage signIn = new SignInPage(
                true, false, List.of(new SignInPage.Account("Lin Xiaolan", "Agent", "lin", "lin-demo-2026")));

        write("keys." + tag + ".html", draw("web/keys.jte", Map.of("shell", shell)));
        write("problem." + tag + ".html", draw("web/problem.jte", Map.of("shell", shell, "page", failure)));
        write("sign-in." + tag + ".html", draw("identity/sign-in.jte", Map.of("shell", shell, "page", signIn)));

        assertThat(draw("web/problem-part.jte", Map.of("shell", shell, "page", failure)))
                .contains(failure.title(), failure.text(), failure.code());
    }

    private static Shell shell(String tag) {
        Viewer viewer = new Viewer() {
            @Override
            public int bureauNumber() {
                return 1;
            }

            @Override
            public UUID staffId() {
                return new UUID(0, 1);
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public String displayName() {
                return "Lin Xiaolan";
            }

            @Override
            public String initials() {
                return "LX";
            }

            @Override
            public String bureauName(Words words) {
                return "Yunze branch";
            }
        };
        List<NavEntry> nav = List.of(
                new NavEntry(10, "ring", "/", "refresh"),
                new NavEntry(20, "desk", "/desk", "headset"),
                new NavEntry(60, "improve", "/causes", "trending-up"));
        return new Shell(
                Words.of(Locale.forLanguageTag(tag)),
                viewer,
                nav,
                "assets",
                "auto",
                "/",
                () -> "token",
                Notice.undoable("Ticket T-118427 is closed", "/undo"),
                new Bell("/messages/mine", 3, "3 unread"),
                Written.nothing());
    }

    private String gallery(Shell shell) {
        List<String> sections = new ArrayList<>();
        sections.add(section(
                "clock",
                Stream.of("ok", "due", "late", "paused", "done")
                                .map(state -> component(
                                        shell,
                                        "clock",
                                        "clock",
                                        ClockChip.of(state, "Reply", "2 h 12 min"),
                                        "boxed",
                                        true))
                                .reduce("", String::concat)
                        + component(
                                shell,
                                "clock",
                                "clock",
                                new ClockChip(
                                        "late",
                                        "Repair",
                                        "2 h 12 min over",
                                        List.of(
                                                ReckoningLine.of("Start", "22 Nov 08:30"),
                                                new ReckoningLine("Rule", "Art. 32", "#rule")),
                                        null),
                                "boxed",
                                true)));
        sections.add(section(
                "person",
                draw(
                                "component/person.jte",
                                Map.of("name", "Lin Xiaolan", "initials", "LX", "role", "Answers for it", "live", true))
                        + draw(
                                "component/person.jte",
                                Map.of("name", "Fu Anran", "initials", "FA", "remark", "on leave", "away", true))
                        + component(shell, "chip", "text", "In progress", "state", "now", "icon", "player-play")
                        + component(shell, "chip", "text", "draft")));
        sections.add(section(
                "alert",
                Stream.of("late", "due", "done")
                        .map(state -> component(shell, "alert", "strong", "Second failure in 30 days", "state", state))
                        .reduce("", String::concat)));
        sections.add(section(
                "fields",
                "<div class=\"r-fields\">"
                        + component(shell, "field", "name", "name", "label", "Name", "hint", "As on the contract")
                        + component(
                                shell,
                                "field",
                                "name",
                                "sum",
                                "label",
                                "Sum",
                                "value",
                                "120.005",
                                "error",
                                "Two decimals")
                        + component(shell, "textarea", "name", "text", "label", "Reason", "value", "It rained")
                        + component(
                                shell,
                                "select",
                                "name",
                                "type",
                                "label",
                                "Type",
                                "choices",
                                List.of(new Choice("a", "Fault"), new Choice("b", "Bill dispute")),
                                "value",
                                "b")
                        + "</div>"));
        sections.add(section(
                "figures",
                "<div class=\"r-figs\">"
                        + component(shell, "figure", "figure", figure("done"))
                        + component(shell, "figure", "figure", figure("late"))
                        + component(shell, "figure", "figure", figure("ok"))
                        + "</div>"));
        sections.add(section(
                "result",
                component(
                                shell,
                                "result",
                                "bar",
                                new ResultBar(List.of(
                                        new ResultBar.Part("b", "created", 1902, "#c"),
                                        new ResultBar.Part("q", "updated", 214, "#u"),
                                        new ResultBar.Part("n", "unchanged", 287, null),
                                        new ResultBar.Part("l", "sent back", 28, "#r"))),
                                "says",
                                "2,431 rows")
                        + component(
                                shell,
                                "progress",
                                "work",
                                new Progress("old.xlsx", "Tang 10:31", 612_400, 1_000_000L, "31,000 rows/s"))
                        + component(shell, "progress", "work", new Progress("new.xlsx", null, 0, null, "reading"))));
        sections.add(section(
                "steps",
                component(
                        shell,
                        "steps",
                        "steps",
                        List.of(
                                new Step("done", "Accept", "Lin, desk", "9 min", "limit 30 min", false),
                                new Step("late", "Repair", "He, crew 1", "2 h over", "limit 48 h", true),
                                new Step("ok", "Close", "Shen, QA", "not begun", "limit 3 days", false)))));
        sections.add(section(
                "empty",
                component(shell, "empty", "title", "Nothing unclaimed")
                        + component(shell, "foot", "says", "1–13", "back", "#b", "next", "#n")));
        sections.add(section(
                "post",
                component(
                                shell,
                                "post",
                                "action",
                                "/x",
                                "label",
                                "Claim",
                                "icon",
                                "user-check",
                                "css",
                                "btn btn-primary")
                        + component(shell, "post", "action", "/y", "label", "Send back")
                        + "<div class=\"r-drop\" data-drop>"
                        + component(shell, "icon", "name", "upload")
                        + "<label for=\"file\">File</label><input id=\"file\" type=\"file\" name=\"file\"></div>"));
        return "<div class=\"r-head\"><h1>Components</h1><p>in every state</p></div>"
                + component(
                        shell,
                        "filter",
                        "action",
                        "/list",
                        "content",
                        content(component(
                                shell,
                                "select",
                                "name",
                                "period",
                                "label",
                                "Period",
                                "bar",
                                true,
                                "choices",
                                List.of(new Choice("q", "Aug to Oct 2026")))))
                + "<div class=\"r-cmp\">" + String.join("", sections)
                + "</div><div class=\"r-g\"><section><h2>Pareto</h2>"
                + component(shell, "pareto", "pareto", pareto(), "name", "Cause", "change", "Change")
                + "</section><section></section></div>";
    }

    private static Pareto pareto() {
        return Pareto.of(List.of(
                new Pareto.Item("Wet splitter box", "#1", 312, "#t", "+96%", true, false, true, false),
                new Pareto.Item("Bill items unclear", "#2", 241, "#t", "−4%", false, false, false, false),
                new Pareto.Item("Texts cannot be stopped", "#3", 164, "#t", "−31%", false, true, false, false),
                new Pareto.Item("23 others", "#4", 158, "#t", null, false, false, false, true)));
    }

    private static Figure figure(String state) {
        return new Figure(
                "Answered in time",
                "96.4%",
                state,
                "below 98% · 1,204/1,249",
                "answered in time ÷ to be answered",
                "#f",
                Sparkline.of(List.of(3, 5, 4, 6, 5, 8, 7)));
    }

    private static String section(String name, String inside) {
        return "<section><h2>" + name + "</h2><div class=\"" + (LINES.contains(name) ? "r-line" : "r-block") + "\">"
                + inside + "</div></section>";
    }

    private String component(Shell shell, String name, Object... parameters) {
        Map<String, Object> all = new HashMap<>();
        all.put("shell", shell);
        for (int i = 0; i < parameters.length; i += 2) {
            all.put((String) parameters[i], parameters[i + 1]);
        }
        return draw("component/" + name + ".jte", all);
    }

    private String draw(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString();
    }

    private static Content content(String html) {
        return output -> output.writeContent(html);
    }

    private static void write(String name, String page) throws IOException {
        Files.createDirectories(FOLDER.resolve("assets"));
        Files.writeString(FOLDER.resolve(name), page);
        try (Stream<Path> assets = Files.list(Path.of("target/classes/assets"))) {
            for (Path asset : assets.toList()) {
                Files.copy(
                        asset,
                        FOLDER.resolve("assets").resolve(asset.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
