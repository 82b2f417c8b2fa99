package org.redress.ground.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** What goes into the JSON columns of this module and comes out of them. */
@Component
class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** PostgreSQL holds no character zero. */
    String write(Object value) {
        return mapper.writeValueAsString(value).replace("\\u0000", "");
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    <T> List<T> list(String json, Class<T> type) {
        JavaType list = mapper.getTypeFactory().constructCollectionType(List.class, type);
        return mapper.readValue(json, list);
    }
}
