package org.redress.desk.ticket.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.redress.desk.ticket.TicketExport;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A list of the desk as a file. */
@Controller
class Exports {

    private final TicketExport export;
    private final Clock clock;

    Exports(TicketExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    /** Written while it is read; what can be refused is refused before the first byte. */
    @GetMapping("/desk/export.{ending:csv|xlsx}")
    void write(Actor actor, DeskAddress address, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        actor.require(Action.EXPORT, "ticket");
        Sheet.Format format = Sheet.Format.valueOf(ending.toUpperCase(Locale.ROOT));
        String name = "tickets-%s-%s.%s"
                .formatted(address.shown().slug(), LocalDate.ofInstant(clock.instant(), actor.zone()), ending);
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        export.write(actor, address.shown(), address.filter(), format, response.getOutputStream());
    }
}
