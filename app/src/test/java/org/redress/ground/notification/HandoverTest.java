package org.redress.ground.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.BureauId;
import org.redress.ground.notification.DueRows.Due;

@Tag("S4.5")
class HandoverTest {

    private static final UUID SUBJECT = new UUID(7, 7);

    private final Handover handover = new Handover(List.of(new FreshLink() {
        private int made;

        @Override
        public String kind() {
            return "followup";
        }

        @Override
        public String make(BureauId bureau, UUID subject) {
            return "https://x/" + bureau.value() + "/" + subject + "/" + ++made;
        }
    }));

    private Outgoing hand(String kind, String title, String body) {
        Due due = new Due(
                new BureauId(3),
                new MessageId(new UUID(1, 1)),
                new TemplateKey("followup.ask", MessageChannel.SMS, Locale.ENGLISH),
                new About(kind, SUBJECT, "", "/x"),
                "+8613800000001",
                false,
                Map.of(),
                0,
                null);
        return handover.of(due, new Wording(title, body));
    }

    @Test
    void a_link_is_made_anew_for_each_handing_over_of_a_message_that_asks_for_it() {
        assertThat(hand("followup", "", "go to " + FreshLink.PLACE).wording().body())
                .isEqualTo("go to https://x/3/" + SUBJECT + "/1");
        assertThat(hand("followup", "", "go to " + FreshLink.PLACE).wording().body())
                .endsWith("/2");
    }

    @Test
    void other_messages_are_handed_over_as_they_are() {
        assertThat(hand("followup", "t", "no link").wording()).isEqualTo(new Wording("t", "no link"));
        assertThat(hand("ticket", "", FreshLink.PLACE).wording().body()).isEqualTo(FreshLink.PLACE);
    }
}
