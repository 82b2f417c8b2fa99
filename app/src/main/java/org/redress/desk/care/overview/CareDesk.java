package org.redress.desk.care.overview;

import org.redress.desk.care.preference.PreferenceUse;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Figure;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CareDesk {

    private final PreferenceUse use;

    CareDesk(PreferenceUse use) {
        this.use = use;
    }

    @Bean
    static NavEntry careFloor() {
        return new NavEntry(24, "care", "/care", "user-check");
    }

    @GetMapping("/care")
    ModelAndView page(Actor actor, Words words) {
        return Page.of("care/care", new CarePage(used(words, use.share(actor))));
    }

    private static Figure used(Words words, PreferenceUse.Share share) {
        return new Figure(
                words.text("preference.used"),
                share.contacts() == 0 ? "–" : words.percent((double) share.used() / share.contacts()),
                "ok",
                words.text("preference.used.says", share.used(), share.contacts()),
                words.text("preference.used.definition", share.days()),
                "/contacts",
                null);
    }
}
