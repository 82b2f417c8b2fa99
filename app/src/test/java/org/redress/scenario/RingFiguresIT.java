package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.RecurringJob;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** Every figure of the home page leads to the list that is as long as it says, page after page. */
@SpringBootTest(classes = {Redress.class, Offices.class})
@ContextConfiguration(initializers = OwnDatabase.class)
@AutoConfigureMockMvc
@DirtiesContext
@Tag("S8.1")
class RingFiguresIT {

    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"]*)\"[^>]*>.*?</a>", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    /** A station of the drawing says its number in words, and shows which one it is. */
    private static final Pattern STATION =
            Pattern.compile("aria-label=\"[^\"]*: (\\d[\\d,]*)[^\"]*\".*class=\"numt\"", Pattern.DOTALL);

    private static final Pattern OVER_30_DAYS = Pattern.compile(
            "<span class=\"k\">([^<]*)</span><span class=\"v\">([^<]*).*?<span class=\"d\">(.*?)</span>$",
            Pattern.DOTALL);

    private static final Pattern DESK_ROW = Pattern.compile("<a class=\"r-row\"");
    private static final Pattern TABLE = Pattern.compile("<table [^>]*data-keys.*?</table>", Pattern.DOTALL);
    private static final Pattern TABLE_ROW = Pattern.compile("<tr><td.*?</tr>", Pattern.DOTALL);
    private static final Pattern TICKET = Pattern.compile("/tickets/([0-9a-f-]{36})");

    @Autowired
    FilledBureau filled;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Contacts contacts;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    MockMvc web;

    private record Figure(String name, String href, int number) {}

    @Test
    void every_figure_of_the_home_page_opens_a_list_of_that_length() throws Exception {
        Actor person = offices.hire(filled.fill(), Posts.QUALITY, "9301");
        aDay(person);
        jobs.forEach(job -> job.work().run());
        Browser browser = Browser.of(web, person);

        List<Figure> figures = figures(browser.look("/").page());

        assertThat(figures).hasSizeGreaterThan(30);
        assertThat(figures.stream()
                        .filter(figure -> figure.number() > 0)
                        .map(Figure::href)
                        .distinct())
                .contains(
                        "/contacts?whose=ALL&day=TODAY",
                        "/desk?view=received-today",
                        "/desk?view=resolved-today",
                        "/desk?view=closed-today",
                        "/desk?view=answered",
                        "/desk?view=mine",
                        "/ring/classified",
                        "/ring/named",
                        "/reactions/apologies");
        for (Figure figure : figures) {
            assertThat(length(browser, figure.href())).as(figure.toString()).isEqualTo(figure.number());
        }
    }

    /** One of each of what a day brings, and one that is turned away. */
    private void aDay(Actor person) {
        contacts.record(
                person,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Anonymous(),
                        "When does the shop open?",
                        Mood.CALM,
                        null,
                        null,
                        new NewContact.AnsweredAtOnce("At nine.")));
        opened(person, TicketKind.COMPLAINT);
        Ticket turnedAway = opened(person, TicketKind.ENQUIRY);
        done(tickets.step(person, turnedAway.id(), turnedAway.version(), Step.REJECT, "not ours"));
        Ticket closed = resolved(person);
        findings.name(person, closed.id(), causes.offered(person).getFirst().id(), "");
        done(tickets.close(person, closed.id(), closed.version(), Without.NOTHING));
        resolved(person);
    }

    private Ticket opened(Actor person, TicketKind kind) {
        return tickets.open(
                person,
                new NewTicket(kind, Channel.HOT_LINE, "Broadband is down", "since noon", null, "North", null, null));
    }

    private Ticket resolved(Actor person) {
        Ticket ticket = opened(person, TicketKind.FAULT);
        ticket = done(tickets.step(person, ticket.id(), ticket.version(), Step.START, null));
        ticket = done(tickets.classify(person, ticket.id(), ticket.version(), "no-service"));
        ticket = done(tickets.answer(person, ticket.id(), ticket.version(), Channel.HOT_LINE, "Sorry, mended"));
        ticket = done(tickets.settle(person, ticket.id(), ticket.version(), "Splitter box changed"));
        return done(tickets.step(person, ticket.id(), ticket.version(), Step.RESOLVE, null));
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private static List<Figure> figures(String home) {
        String shown = home.substring(home.indexOf("<div class=\"r-home\">"), home.indexOf("</main>"))
                .replaceAll("(?s)<h2.*?</h2>|<ul class=\"r-work\">.*?</ul>", "");
        return LINK.matcher(shown)
                .results()
                .map(link -> {
                    String words = words(link.group());
                    return new Figure(words, link.group(1).replace("&amp;", "&"), number(link.group(), words));
                })
                .toList();
    }

    private static int number(String link, String words) {
        Matcher station = STATION.matcher(link);
        if (station.find()) {
            return numbers(station.group(1)).getFirst();
        }
        Matcher figure = OVER_30_DAYS.matcher(link.replaceFirst("</a>$", ""));
        if (!figure.find()) {
            return numbers(words).getFirst();
        }
        List<Integer> value = numbers(figure.group(2));
        List<Integer> says = numbers(words(figure.group(3)));
        return switch (figure.group(1)) {
            case "First apology", "Answered on time" -> says.get(1);
            case "Median to resolve", "Repeat failures" -> says.get(0);
            case "Closed with a cause" -> says.get(1) - says.get(0);
            case "Actions with effect" -> value.get(0);
            default -> throw new AssertionError("which number of it is the length of its list? " + words);
        };
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static List<Integer> numbers(String words) {
        return NUMBER.matcher(words)
                .results()
                .map(number -> Integer.valueOf(number.group().replace(",", "")))
                .toList();
    }

    /** How many rows there are, page after page. */
    private static int length(Browser browser, String href) throws Exception {
        int length = 0;
        Set<String> proposed = new HashSet<>();
        String at = href;
        while (at != null) {
            Browser.Answer answer = browser.look(at);
            assertThat(answer.status()).as(at).isEqualTo(200);
            String page = answer.page();
            if (href.equals("/desk/joins")) {
                rows(page)
                        .filter(row -> !row.contains("<small>leads</small>"))
                        .forEach(row -> TICKET.matcher(row).results().forEach(ticket -> proposed.add(ticket.group(1))));
                length = proposed.size();
            } else {
                length += href.startsWith("/desk")
                        ? (int) DESK_ROW.matcher(page).results().count()
                        : (int) rows(page).count();
            }
            Matcher next = NEXT.matcher(page);
            at = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return length;
    }

    private static Stream<String> rows(String page) {
        return TABLE.matcher(page)
                .results()
                .flatMap(table -> TABLE_ROW.matcher(table.group()).results())
                .map(row -> row.group());
    }
}
