package org.redress.ground.identity;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Hands the framework who signs in. */
@Component
class StaffDetails implements UserDetailsService {

    private final Actors actors;

    StaffDetails(Actors actors) {
        this.actors = actors;
    }

    @Override
    public UserDetails loadUserByUsername(String signIn) {
        return actors.signingIn(signIn).orElseThrow(() -> new UsernameNotFoundException("no such sign-in name"));
    }
}
