package org.redress.ground.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** What goes into the JSON columns of this module and comes out of them. */
@Component
class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .addModule(new SimpleModule()
                        .addSerializer(String.class, new Text())
                        .addKeySerializer(String.class, new Name()))
                .build();
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    <T> List<T> list(String json, Class<T> type) {
        JavaType list = mapper.getTypeFactory().constructCollectionType(List.class, type);
        return mapper.readValue(json, list);
    }

    /** PostgreSQL holds no character zero. */
    private static String without0(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static final class Text extends StdSerializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(without0(text));
        }
    }

    private static final class Name extends StdSerializer<String> {

        Name() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeName(without0(text));
        }
    }
}
