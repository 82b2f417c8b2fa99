package org.redress.desk.outlet;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The promises as everybody may read them, without signing in. Where the installation has one bureau it is that one's; among
 * several the reader chooses, or comes by a link that names the bureau's number.
 */
@Controller
class PublicPromises {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final PublicBoard board;
    private final PromiseFigures figures;
    private final Bureaus bureaus;

    PublicPromises(PublicBoard board, PromiseFigures figures, Bureaus bureaus) {
        this.board = board;
        this.figures = figures;
        this.bureaus = bureaus;
    }

    @GetMapping("/promises")
    ModelAndView show(@RequestParam(defaultValue = "") String bureau, HttpServletResponse response) {
        List<Bureau> all = bureaus.list();
        Bureau chosen = chosen(all, bureau);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
        return Page.of(
                "outlet/promises",
                new PublicPromisesPage(
                        chosen,
                        all,
                        chosen == null ? 0 : figures.minimum(bureaus.command(chosen)),
                        chosen == null ? List.of() : board.of(chosen.id())));
    }

    private static @Nullable Bureau chosen(List<Bureau> all, String number) {
        if (number.isEmpty()) {
            return all.size() == 1 ? all.getFirst() : null;
        }
        return all.stream()
                .filter(one -> Integer.toString(one.id().value()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.absent("promise.bureau"));
    }
}
