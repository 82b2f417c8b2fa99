package org.redress.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The address of a database as operators write it: {@code jdbc:postgresql://…} or {@code postgres://user:password@host/name}. */
final class DatabaseUrl {

    private DatabaseUrl() {}

    static RunningDatabase parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return RunningDatabase.elsewhere(text, null, null);
        }
        URI uri = uri(text);
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("postgres".equals(scheme) || "postgresql".equals(scheme))) {
            throw new DatabaseFailure("database.url", null);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] credentials = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return RunningDatabase.elsewhere(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                part(credentials, 0),
                part(credentials, 1));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new DatabaseFailure("database.url", null); // without the cause, which repeats the password
        }
    }

    private static @Nullable String part(String[] credentials, int index) {
        // A plus sign stands for itself here, unlike in a form.
        return credentials.length <= index
                ? null
                : URLDecoder.decode(credentials[index].replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
