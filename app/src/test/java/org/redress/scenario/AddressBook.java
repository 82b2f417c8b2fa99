package org.redress.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that is mapped, so that a new page stands in it by itself; all of them lead to what a bureau really has. */
final class AddressBook {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^{}]*})+))?}");
    private static final Pattern CHOICE = Pattern.compile("[\\w-]+(\\|[\\w-]+)+");

    private final RealIds ids;
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final List<Address> addresses = new ArrayList<>();

    private AddressBook(RealIds ids) {
        this.ids = ids;
    }

    static List<Address> of(Collection<RequestMappingInfoHandlerMapping> mappings, RealIds ids) {
        AddressBook book = new AddressBook(ids);
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(book::add));
        return List.copyOf(book.addresses);
    }

    private void add(RequestMappingInfo mapped, HandlerMethod handler) {
        boolean htmx = mapped.getHeadersCondition().getExpressions().stream()
                .anyMatch(header -> header.getName().equals("HX-Request"));
        for (String pattern : mapped.getPatternValues()) {
            for (String chosen : choices(pattern)) {
                for (HttpMethod method : methods(mapped)) {
                    add(method, chosen, handler, htmx);
                }
            }
        }
    }

    private static List<HttpMethod> methods(RequestMappingInfo mapped) {
        Set<RequestMethod> methods = mapped.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
    }

    /** An address whose variable is one of some words is one for each of them. */
    private static List<String> choices(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            String condition = variable.group(2);
            if (condition != null && CHOICE.matcher(condition).matches()) {
                String before = pattern.substring(0, variable.start());
                String behind = pattern.substring(variable.end());
                return Arrays.stream(condition.split("\\|"))
                        .flatMap(word -> choices(before + word + behind).stream())
                        .toList();
            }
        }
        return List.of(VARIABLE.matcher(pattern).replaceAll("{$1}"));
    }

    private void add(HttpMethod method, String pattern, HandlerMethod handler, boolean htmx) {
        Map<String, String> values = new HashMap<>();
        String path = VARIABLE.matcher(pattern).replaceAll(variable -> {
            String value = ids.value(pattern, variable.group(1));
            values.put(variable.group(1), value);
            return Matcher.quoteReplacement(value);
        });
        Map<String, String> needed = new LinkedHashMap<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(names);
            asked(parameter).ifPresent(name -> {
                if (required(parameter)) {
                    needed.put(name, ids.parameter(name, parameter.getParameterType()));
                } else if (parameter.getParameterType() == UUID.class) {
                    known.put(name, ids.parameter(name, UUID.class));
                }
            });
        }
        addresses.add(new Address(method, pattern, path, values, Map.copyOf(needed), htmx));
        if (method.equals(HttpMethod.GET) && !htmx) {
            addresses.add(new Address(method, pattern, path, values, Map.copyOf(needed), true));
        }
        if (!known.isEmpty()) {
            known.putAll(needed);
            addresses.add(new Address(method, pattern, path, values, Map.copyOf(known), htmx));
        }
    }

    private static Optional<String> asked(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null || Map.class.isAssignableFrom(parameter.getParameterType())) {
            return Optional.empty();
        }
        return Stream.of(asked.name(), asked.value(), String.valueOf(parameter.getParameterName()))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static boolean required(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        return asked != null
                && asked.required()
                && !parameter.isOptional()
                && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }
}
