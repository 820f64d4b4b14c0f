package dev.sluice.config.bind;

import dev.sluice.setting.Default;
import dev.sluice.setting.Written;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;

/** One key of a section: its name in YAML, what it holds, its default and its explanation. */
public record Key(String name, Shape shape, Optional<String> byDefault, String doc) {

  static Key of(RecordComponent component) {
    Default value = component.getAnnotation(Default.class);
    return new Key(
        nameOf(component),
        Shape.of(component.getGenericType()),
        Optional.ofNullable(value).map(Default::value),
        Shape.docOf(component));
  }

  private static String nameOf(RecordComponent component) {
    Written written = component.getAnnotation(Written.class);
    return written == null ? snakeCase(component.getName()) : written.value();
  }

  /** Whether a file without this key is wrong whatever else it says. */
  public boolean required() {
    return byDefault.isEmpty()
        && (shape instanceof Shape.Text
            || shape instanceof Shape.Choice
            || shape instanceof Shape.Variants);
  }

  static String snakeCase(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
