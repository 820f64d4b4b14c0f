package dev.sluice.demo.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in the making: names and values in turn, in the order they are written. */
public final class Fields {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  public Fields with(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  public Fields withAll(Map<String, ? extends @Nullable Object> more) {
    values.putAll(more);
    return this;
  }

  public Map<String, @Nullable Object> map() {
    return values;
  }
}
