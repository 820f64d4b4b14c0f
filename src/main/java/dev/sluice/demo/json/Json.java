package dev.sluice.demo.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Writes and reads JSON; times look different in the API and in webhooks. */
public final class Json {
  /** {@code 2026-01-16T05:56:22.000Z}. */
  public static final Json API = new Json("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

  /** {@code 2026-01-16 05:56:22 UTC}. */
  public static final Json HOOK = new Json("yyyy-MM-dd HH:mm:ss 'UTC'");

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private final ObjectMapper mapper;

  private Json(String timePattern) {
    var format = DateTimeFormatter.ofPattern(timePattern).withZone(ZoneOffset.UTC);
    mapper = new ObjectMapper();
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(Instant.class, new Times(format))
            .addSerializer(Fields.class, new Objects()));
  }

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  /** Reads an object; throws IllegalArgumentException for anything else. */
  public Map<String, Object> read(String text) {
    try {
      return mapper.readValue(text, OBJECT);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON object", e);
    }
  }

  private static final class Times extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1;
    private final transient DateTimeFormatter format;

    Times(DateTimeFormatter format) {
      super(Instant.class);
      this.format = format;
    }

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(format.format(time));
    }
  }

  private static final class Objects extends StdSerializer<Fields> {
    private static final long serialVersionUID = 1;

    Objects() {
      super(Fields.class);
    }

    @Override
    public void serialize(Fields fields, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(fields.map(), json);
    }
  }
}
