package org.redress.ground.identity;

import java.util.List;

/**
 * The page where people sign in.
 *
 * @param failed whether the last try had a wrong name or password
 * @param out whether the reader has just signed out
 * @param demonstration the accounts of the demonstration bureau; empty everywhere else
 */
public record SignInPage(boolean failed, boolean out, List<Account> demonstration) {

    /** An account anybody may try. */
    public record Account(String person, String post, String signIn, String password) {}

    public SignInPage {
        demonstration = List.copyOf(demonstration);
    }
}
