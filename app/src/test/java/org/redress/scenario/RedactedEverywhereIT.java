package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.party.Redactions;
import org.redress.support.Deliveries;
import org.redress.support.EveryText;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who was named wherever somebody could write is read nowhere in the database once they are blacked out. */
@RedressIT
@Tag("S5.1")
class RedactedEverywhereIT {

    private static final String LINE =
            "a line stays where it lies: number and address are the network's, and whoever has the line next has them too";

    /** Where a customer may still be read, each with the reason. */
    private static final Map<String, String> STAYS = Map.of(
            "fault.line.number",
            LINE,
            "fault.line.digits",
            LINE,
            "fault.line.terms",
            LINE,
            "fault.line.address",
            LINE,
            "insight.recovery_case.place",
            "a case keeps the street without its door, which is many people's",
            "intake.file_chunk.bytes",
            "a file stays as it came until it is dropped by the rule intake.keep; the page on which one blacks out says so");

    /** Forms in which they stood: that the test looks at something. */
    private static final Set<String> STOOD = Set.of(
            "appeal.appeal.appellant",
            "appeal.appeal.matter",
            "appeal.appeal_step.words",
            "attachment.attachment.name",
            "attachment.chunk.bytes",
            "care.preference.words",
            "commitment.escalation.answer",
            "commitment.pause.note",
            "contact.contact.words",
            "contact.draft.typed",
            "dispute.claim.words",
            "dispute.claim_event.words",
            "dispute.evidence.reference",
            "dispute.evidence.words",
            "fault.fault.done",
            "fault.line.address",
            "fault.line.digits",
            "fault.line.number",
            "fault.step.words",
            "insight.finding.note",
            "intake.file.mapping",
            "intake.file.profile",
            "intake.file_chunk.bytes",
            "intake.rejected_row.cells",
            "intake.rejected_row.faults",
            "intake.run.mapping",
            "intake.run_reason.args",
            "intake.template.mapping",
            "notification.message.address",
            "party.consent.said",
            "party.contact_point.given",
            "party.customer.name",
            "party.findable.plain",
            "party.identifying_key.value",
            "platform.form_draft.typed",
            "procedure.assessment.why",
            "procedure.handover.why",
            "procedure.ruling.why",
            "procedure.segment.evidence",
            "procedure.segment.left_behind",
            "procedure.segment.name",
            "procedure.segment.owed",
            "procedure.segment.reason",
            "procedure.segment.report",
            "quality.card.words",
            "quality.card_step.words",
            "quality.contact_fact.abuse_words",
            "quality.decision.outcome",
            "quality.decision.what",
            "quality.fact.place",
            "quality.hot.words",
            "quality.relief.words",
            "quality.review.minutes",
            "quality.review.pack",
            "recovery.plan.reason",
            "recovery.reaction_step.words",
            "recovery.remedy.note",
            "recovery.voice.words",
            "search.document.plain",
            "ticket.answer.text",
            "ticket.note.text",
            "ticket.step.why",
            "ticket.ticket.description",
            "ticket.ticket.kind_evidence",
            "ticket.ticket.place",
            "ticket.ticket.settlement",
            "ticket.ticket.state_reason",
            "ticket.ticket.subject",
            "ticket.ticket.verdict_reason",
            "ticket.transfer.said",
            "ticket.transfer.why");

    @Autowired
    MarkedCustomer marked;

    @Autowired
    EveryText texts;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    private Set<String> telling(MarkedCustomer.Done of) {
        deliveries.await(of.command());
        return texts.telling(of.command().bureau(), MarkedCustomer.MARKS);
    }

    @Test
    void whoever_is_blacked_out_is_read_in_no_column_of_any_table() {
        MarkedCustomer.Done of = marked.live();
        assertThat(telling(of)).containsAll(STOOD);

        redactions.redact(of.chief(), of.customer(), "asked for by letter");

        Set<String> still = new TreeSet<>(telling(of));
        still.removeAll(STAYS.keySet());
        assertThat(still).isEmpty();
    }
}
