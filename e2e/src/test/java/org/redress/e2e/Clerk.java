package org.redress.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the desk without a browser, who does what pages offer as fast as the server takes it. */
final class Clerk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String server;
    private String token;

    Clerk(Product product, String name, String password) throws IOException {
        server = product.address();
        token = token(read("/sign-in"));
        send("/sign-in", Map.of("name", name, "password", password));
        token = token(read("/contacts/new"));
    }

    /** Opens a ticket and returns its address, once the server has confirmed it; empty where it could not be taken just now. */
    Optional<String> open(String text) throws IOException {
        HttpResponse<String> answer = send(
                "/contacts/new",
                Map.of(
                        "formKey",
                        UUID.randomUUID().toString(),
                        "draft",
                        UUID.randomUUID().toString(),
                        "page",
                        UUID.randomUUID().toString(),
                        "seen",
                        "0",
                        "begun",
                        Long.toString(System.currentTimeMillis()),
                        "channel",
                        "HOT_LINE",
                        "mood",
                        "CALM",
                        "words",
                        text,
                        "wish",
                        "FAULT"));
        return answer.statusCode() < 500 ? Optional.of(place("/contacts/new", answer)) : Optional.empty();
    }

    private static String place(String path, HttpResponse<String> answer) {
        String place = answer.headers().firstValue("Location").orElse("").replaceFirst("https?://[^/]+", "");
        if (answer.statusCode() != 303 || place.startsWith("/sign-in")) {
            throw new AssertionError(path + " was not taken: " + answer.statusCode() + " " + place + answer.body());
        }
        return place;
    }

    /** Sends a form of a page and returns where the server leads then, once it has done what was asked. */
    String press(String path, Map<String, String> fields) throws IOException {
        Map<String, String> form = new HashMap<>(fields);
        form.put("formKey", UUID.randomUUID().toString());
        return place(path, send(path, form));
    }

    String read(String path) throws IOException {
        return ask(HttpRequest.newBuilder(URI.create(server + path)).GET()).body();
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no form on the page:\n" + page);
        }
        return found.group(1);
    }
}
