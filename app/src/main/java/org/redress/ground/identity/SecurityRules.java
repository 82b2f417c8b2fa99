package org.redress.ground.identity;

import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Nobody gets anywhere without signing in, except to what the sign-in page needs, to what the bureau promises in public, to
 * the questions that a customer was sent, and to the health checks. What tells of the machine is for administrators.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    /** Answers of customers: the address itself is the secret that a forged request would lack. */
    private static final String ANSWERS = "/answers/*";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    @ConditionalOnWebApplication // a command has no pages
    SecurityFilterChain everything(HttpSecurity http) {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/sign-in",
                                "/assets/**",
                                "/language",
                                "/theme",
                                "/promises",
                                ANSWERS,
                                "/livez",
                                "/readyz",
                                "/error")
                        .permitAll()
                        .requestMatchers("/internal/**")
                        .access((reader, address) -> new AuthorizationDecision(administers(reader.get())))
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(ANSWERS))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/", false)
                        .failureUrl("/sign-in?failed"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new Refusal()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static boolean administers(@Nullable Authentication reader) {
        Object who = reader == null ? null : reader.getPrincipal();
        return who != null
                && Actors.behind(who)
                        .filter(actor -> actor.may(Action.MANAGE, Grant.EVERY_KIND))
                        .isPresent();
    }
}
