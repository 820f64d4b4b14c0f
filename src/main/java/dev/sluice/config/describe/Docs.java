package dev.sluice.config.describe;

import dev.sluice.setting.Doc;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

/** What {@link Doc} says. */
final class Docs {
  private Docs() {}

  static Optional<String> of(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Doc.class)).map(Doc::value);
  }

  static Optional<String> of(Enum<?> constant) {
    try {
      return of(constant.getDeclaringClass().getField(constant.name()));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant is a field", e);
    }
  }
}
