package dev.sluice.sql;

import java.util.List;

/**
 * A column type in one spelling per meaning: lower case, the engine's canonical name ({@code
 * character varying}, {@code integer}, {@code bigint}), its arguments apart.
 *
 * @param arguments length, or precision and scale, or enum values; empty when none are written
 */
public record DataType(String name, List<String> arguments, boolean array) {
  public DataType {
    arguments = List.copyOf(arguments);
  }

  public static DataType of(String name, String... arguments) {
    return new DataType(name, List.of(arguments), false);
  }

  @Override
  public String toString() {
    String text = arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    return array ? text + "[]" : text;
  }
}
