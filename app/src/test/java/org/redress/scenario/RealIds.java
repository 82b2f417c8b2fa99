package org.redress.scenario;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the variables of addresses stand for in a bureau: for each the first row that has one. */
final class RealIds {

    /** The beginning of an address, where its variables are found, and the column of each. */
    private static final List<Line> LINES = """
            /absences/{id}                  identity.absence               id=id
            /actions/{id}                   insight.action                 id=id
            /actions/{id}/lessons/{unit}    identity.unit                  unit=id
            /appeals/{id}                   appeal.appeal                  id=id
            /attachments/{id}               attachment.attachment          id=id
            /attachments/{kind}/{subject}   attachment.attachment          kind=subject_kind subject=subject
            /calendars/{code}               commitment.calendar            code=code
            /cards/{id}                     quality.card                   id=id
            /care/reports/{id}              care.report                    id=id
            /care/stations/{id}             care.station                   id=id
            /care/stations/{id}/members/{member}  care.member              id=station member=id
            /cases/{ticket}                 insight.recovery_case          ticket=ticket
            /causes/tree/{id}               insight.cause                  id=id
            /clusters/{id}                  insight.cluster                id=id
            /commitments/{id}               outlet.promise                 id=id month=to_char(now(),'YYYY-MM')
            /contacts/drafts/{id}           contact.draft                  id=id
            /contacts/mails/{id}            notification.mail/state='WAITING'  id=id
            /contacts/{id}                  contact.contact                id=id
            /contacts/{id}/mail.eml         notification.mail/state='TAKEN' and raw is not null  id=id
            /credits/{id}                   recovery.credit_run            id=id
            /customers/{customer}           party.customer                 customer=id
            /customers/{customer}/preferences/{preference}  care.preference  customer=customer preference=id
            /customers/{id}                 party.customer                 id=id
            /desk/tickets/{ticket}          ticket.ticket/open             ticket=id
            /dispatches/{id}                appeal.dispatch                id=id
            /disputes/{ticket}              dispute.claim                  ticket=ticket
            /disputes/{ticket}/{claim}      dispute.claim                  ticket=ticket claim=id
            /escalations/{id}               commitment.escalation          id=id
            /faults/outages/{id}            fault.outage                   id=id
            /faults/{id}                    fault.fault                    id=id
            /follow-ups/{id}                recovery.follow_up             id=id
            /hot/{id}                       quality.hot                    id=id
            /installs/{id}                  recovery.install               id=id
            /intake/runs/{id}               intake.run                     id=id
            /intake/{id}                    intake.file                    id=id
            /internal/health/{path}         identity.bureau                path='ping'
            /internal/metrics/{requiredMetricName}  identity.bureau        requiredMetricName='jvm.info'
            /messages/in/{id}               notification.mail              id=id
            /messages/mine/{id}             notification.inbox             id=id
            /messages/templates/{code}/{channel}/{language}  identity.bureau  code='ticket.received' channel='sms' language='zh-CN'
            /messages/{id}                  notification.message           id=id
            /messages/{id}/letter.pdf       notification.message/channel='LETTER' and state='SENT'  id=id
            /my-record/contacts/{contact}   quality.contact_fact           contact=contact
            /my-record/reliefs/{relief}     quality.relief                 relief=id
            /patterns/{id}                  recovery.pattern               id=id
            /procedures/{id}                procedure.procedure            id=id
            /recovery/billing/{posting}     recovery.adjustment            posting=posting
            /recovery/budgets/{id}          recovery.budget                id=id
            /recovery/ledger/{id}           recovery.compensation          id=id
            /recovery/limits/kin/{customer}  recovery.kin                  customer=customer
            /recovery/reconciliation/{month}  identity.bureau              month=to_char(now(),'YYYY-MM')
            /reviews/decisions/{id}         quality.decision               id=id
            /reviews/{id}                   quality.review                 id=id
            /ring/{slug}                    identity.bureau                slug='solved'
            /robust/{id}                    procedure.stage                id=procedure place=place what='done'
            /rules/{code}                   rulebook.rule                  code=code
            /team/reliefs/{relief}          quality.relief                 relief=id
            /team/{person}                  identity.staff/post='agent'    person=id
            /tickets/{id}                   ticket.ticket/open             id=id
            /tickets/{id}/remedies/{remedy}  recovery.remedy               id=ticket remedy=id
            /tickets/{id}/segments/{segment}  procedure.segment            id=ticket segment=id
            /tickets/{ticket}               ticket.ticket/open             ticket=id
            /tickets/{ticket}/plan/{plan}   recovery.plan                  ticket=ticket plan=id kind='APOLOGY'
            """.lines().map(Line::of).sorted(
            Comparator.comparingInt((Line line) -> line.address().length()).reversed()).toList();

    /** Parameters of that name, which mean the same wherever they are asked for. */
    private static final Map<String, Line> PARAMETERS =
            """
            bill      dispute.bill         bill=id
            clock     commitment.clock     clock=id
            customer  party.customer       customer=id
            draft     contact.draft        draft=id
            edit      insight.cause        edit=id
            figure    identity.bureau      figure='RECEIVED'
            line      fault.line           line=id
            period    identity.bureau      period=to_char(now(),'YYYY-MM')
            person    identity.staff       person=id
            station   care.station         station=id
            ticket    ticket.ticket/open   ticket=id
            unit      identity.unit        unit=id
            """.lines().map(Line::of).collect(Collectors.toMap(Line::address, line -> line));

    private record Line(String address, String table, String condition, Map<String, String> columns) {

        static Line of(String text) {
            String[] parts = text.split("\\s{2,}");
            String[] from = parts[1].split("/", 2);
            Map<String, String> columns = new HashMap<>();
            Arrays.stream(parts[2].split(" "))
                    .map(column -> column.split("=", 2))
                    .forEach(column -> columns.put(column[0], column[1]));
            return new Line(parts[0], from[0], from.length == 1 ? "true" : from[1], columns);
        }
    }

    private final JdbcClient jdbc;
    private final BureauId bureau;
    private final Map<String, String> given;
    private final Map<Line, Map<String, String>> rows = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    /** @param given values of variables that stand in no table, by the name of the variable */
    RealIds(JdbcClient jdbc, BureauId bureau, Map<String, String> given) {
        this.jdbc = jdbc;
        this.bureau = bureau;
        this.given = given;
    }

    /** What nothing was found for. */
    Set<String> missing() {
        return missing;
    }

    String value(String pattern, String variable) {
        if (given.containsKey(variable)) {
            return given.get(variable);
        }
        Optional<Line> line = LINES.stream()
                .filter(one ->
                        pattern.startsWith(one.address()) && one.columns().containsKey(variable))
                .findFirst();
        if (line.isEmpty()) {
            missing.add(pattern + ": nobody says what {" + variable + "} is");
            return "0";
        }
        return look(line.get(), variable).orElseGet(() -> {
            missing.add(pattern + ": no row in " + line.get().table() + " where "
                    + line.get().condition());
            return "0";
        });
    }

    private Optional<String> look(Line line, String variable) {
        return Optional.ofNullable(rows.computeIfAbsent(line, this::row).get(variable));
    }

    /** The variables of a line, all from one row. */
    private Map<String, String> row(Line line) {
        List<String> variables = List.copyOf(line.columns().keySet());
        String columns = variables.stream()
                .map(variable -> "(" + line.columns().get(variable) + ")::text")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + columns + " from " + line.table() + " where bureau = ? and " + line.condition()
                        + " order by " + columns + " limit 1")
                .param(bureau.value())
                .query((row, n) -> {
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < variables.size(); i++) {
                        values.put(variables.get(i), row.getString(i + 1));
                    }
                    return values;
                })
                .optional()
                .orElse(Map.of());
    }

    /** What a form or a query sends under a name: a row's id, else something of its type. */
    String parameter(String name, Class<?> type) {
        Line line = PARAMETERS.get(name);
        if (line != null) {
            return look(line, name).orElseThrow();
        }
        if (type == UUID.class) {
            return look(Objects.requireNonNull(PARAMETERS.get("ticket")), "ticket")
                    .orElseThrow();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH.toString();
        }
        return type == boolean.class || type == Boolean.class ? "true" : "1";
    }
}
