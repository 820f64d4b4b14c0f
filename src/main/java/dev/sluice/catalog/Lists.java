package dev.sluice.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies of lists with one element more or less. */
final class Lists {
  private Lists() {}

  /** The columns among an index's keys; expressions are left out. */
  static List<String> plain(List<String> keys) {
    return keys.stream().filter(key -> key.matches("[\\w$]+")).toList();
  }

  static <T> List<T> plus(List<T> list, T element) {
    List<T> copy = new ArrayList<>(list);
    copy.add(element);
    return copy;
  }

  static <T> List<T> without(List<T> list, T element) {
    return list.stream().filter(e -> !e.equals(element)).toList();
  }

  static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }

  static List<String> renamed(List<String> list, String from, String to) {
    return list.stream().map(e -> e.equals(from) ? to : e).toList();
  }
}
