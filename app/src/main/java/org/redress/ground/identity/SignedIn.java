package org.redress.ground.identity;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.redress.platform.web.Speaks;
import org.redress.platform.web.Viewer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person behind a session. What they may do is read from {@link #actor}, not from authorities. */
final class SignedIn implements UserDetails, Viewer, Speaks {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient Bureau bureau;
    private final @Nullable Locale language;
    private final String signIn;
    private final String password;
    private final boolean active;

    SignedIn(Actor actor, Bureau bureau, @Nullable Locale language, String signIn, String password, boolean active) {
        this.actor = actor;
        this.bureau = bureau;
        this.language = language;
        this.signIn = signIn;
        this.password = password;
        this.active = active;
    }

    Actor actor() {
        return actor;
    }

    @Override
    public int bureauNumber() {
        return actor.bureau().value();
    }

    @Override
    public UUID staffId() {
        return actor.staff().value();
    }

    @Override
    public ZoneId zone() {
        return actor.zone();
    }

    @Override
    public String displayName() {
        return actor.name();
    }

    @Override
    public String initials() {
        String name = actor.name();
        return name.codePointCount(0, name.length()) <= 4 && Character.isIdeographic(name.codePointAt(0))
                ? Character.toString(name.codePointAt(0))
                : name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
    }

    @Override
    public String bureauName(Words words) {
        return bureau.name(words.chinese());
    }

    @Override
    public @Nullable Locale language() {
        return language;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return signIn;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }
}
