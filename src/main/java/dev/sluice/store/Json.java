package dev.sluice.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Set;

/**
 * Values in TEXT columns. Keys are sorted, so equal values give equal text. Older text is read too:
 * what it lacks is empty, what it has too much is ignored.
 */
public final class Json {

  private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(List.class, c -> c.setSetterInfo(EMPTY))
          .withConfigOverride(Set.class, c -> c.setSetterInfo(EMPTY))
          .build();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not storable as JSON: " + value.getClass(), e);
    }
  }

  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is not a " + type.getSimpleName(), e);
    }
  }

  public static <T> List<T> readList(String text, Class<T> type) {
    try {
      return MAPPER.readerForListOf(type).readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is no list of " + type.getSimpleName(), e);
    }
  }

  public static JsonNode tree(String text) {
    return read(text, JsonNode.class);
  }
}
