package org.redress.desk.contact;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.MailLine;
import org.redress.ground.notification.WaitingMails;
import org.springframework.stereotype.Component;

/** For a mail that waits answers whoever has taken it on, else the first head of a team, else the general manager. */
@Component
class MailAnswering implements Answering {

    private final WaitingMails mails;
    private final DraftRows drafts;
    private final Bureaus bureaus;
    private final Staff staff;
    private final Superiors superiors;
    private final Clock clock;

    MailAnswering(
            WaitingMails mails, DraftRows drafts, Bureaus bureaus, Staff staff, Superiors superiors, Clock clock) {
        this.mails = mails;
        this.drafts = drafts;
        this.bureaus = bureaus;
        this.staff = staff;
        this.superiors = superiors;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return WaitingMails.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> subjects) {
        Actor product = bureaus.command(bureaus.get(bureau));
        Map<UUID, StaffId> holders = drafts.holders(bureau, subjects);
        Map<StaffId, StaffMember> people = staff.members(product, holders.values());
        Optional<StaffMember.Place> head = superiors
                .first(bureau, Posts.HEAD, clock.instant())
                .or(() -> superiors.first(bureau, Posts.GENERAL_MANAGER, clock.instant()));
        Map<UUID, Matter> matters = new HashMap<>();
        for (MailLine mail : mails.of(product, subjects)) {
            Optional.ofNullable(holders.get(mail.id()))
                    .map(people::get)
                    .map(one -> new StaffMember.Place(one.id(), one.unit()))
                    .or(() -> head)
                    .ifPresent(place -> matters.put(
                            mail.id(),
                            new Matter(
                                    place.staff(),
                                    place.unit(),
                                    mail.from(),
                                    mail.subject(),
                                    "/contacts/mails/" + mail.id())));
        }
        return matters;
    }
}
