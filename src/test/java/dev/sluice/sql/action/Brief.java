package dev.sluice.sql.action;

import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.Place;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Actions as short text: {@code DropTable(s.a, if exists)}; places, false and empty parts left out.
 */
final class Brief {
  /** What an action says when nothing is said. */
  private static final Set<String> UNSAID = Set.of("NONE", "COLUMNS", "PLAIN");

  private Brief() {}

  static String of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Brief::of).orElse("");
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "" : list.stream().map(Brief::of).toList().toString();
    }
    if (value instanceof ColumnDefinition.Layout layout) {
      return Stream.of(layout.charset(), layout.collation(), layout.after().map("after "::concat))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(" "));
    }
    boolean spelledOut =
        value instanceof Record && !value.getClass().getPackageName().isEmpty() && hasPlace(value);
    return spelledOut ? record(value) : String.valueOf(value);
  }

  private static boolean hasPlace(Object value) {
    return value.getClass().getRecordComponents()[0].getType() == Place.class;
  }

  private static String record(Object value) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String part = part(component, value);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return value.getClass().getSimpleName() + "(" + String.join(", ", parts) + ")";
  }

  private static String part(RecordComponent component, Object value) {
    try {
      Object part = component.getAccessor().invoke(value);
      if (part instanceof Place || component.getName().equals("writtenName")) {
        return "";
      }
      if (part instanceof Boolean flag) {
        return flag ? component.getName() : "";
      }
      String text = of(part);
      return UNSAID.contains(text) ? "" : text;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
