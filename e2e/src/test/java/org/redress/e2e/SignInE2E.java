package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInE2E {

    @TempDir
    Path data;

    @Test
    void an_empty_bureau_has_one_administrator_whose_password_is_printed_once() {
        try (Browsers browsers = new Browsers();
                Product product = Product.start(data, "--empty");
                Browsers.Visitor visitor = browsers.visitor(product, "en")) {
            visitor.page().navigate("/desk");
            assertThat(visitor.page().url()).endsWith("/sign-in");
            visitor.page().locator("[name=name]").fill("admin");
            visitor.page().locator("[name=password]").fill("wrong-password");
            visitor.page().locator("form[action='/sign-in'] button").click();
            assertThat(visitor.page().url()).endsWith("/sign-in?failed");
            Product.Outcome changed = Product.run(data, "user", "password", "admin");
            assertThat(changed.code()).isZero();
            String password = changed.said().replaceAll("(?s).*password (\\S+) .*", "$1");
            visitor.signIn("admin", password);
            assertThat(visitor.page().locator("h1").first().innerText()).isNotBlank();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }
}
