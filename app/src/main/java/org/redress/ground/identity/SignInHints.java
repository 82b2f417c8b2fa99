package org.redress.ground.identity;

import java.util.List;
import org.redress.platform.text.Words;

/** Accounts that the sign-in page may show to everybody; the demonstration contributes them. */
public interface SignInHints {

    List<SignInPage.Account> accounts(Words words);
}
