package org.redress.ground.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.redress.platform.web.LanguageChosen;
import org.redress.platform.web.Page;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page; the framework checks what it sends. */
@Controller
class SignIn {

    private final List<SignInHints> hints;
    private final Staff staff;

    SignIn(List<SignInHints> hints, Staff staff) {
        this.hints = hints;
        this.staff = staff;
    }

    @GetMapping("/sign-in")
    ModelAndView page(Words words, @RequestParam @Nullable String failed, @RequestParam @Nullable String out) {
        List<SignInPage.Account> accounts =
                hints.stream().flatMap(hint -> hint.accounts(words).stream()).toList();
        return Page.of("identity/sign-in", new SignInPage(failed != null, out != null, accounts));
    }

    @EventListener
    void remember(LanguageChosen chosen) {
        if (chosen.person() instanceof SignedIn person) {
            staff.choose(person.actor(), chosen.language());
        }
    }
}
