package dev.sluice.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PostgreSQL's access list entries, {@code role=arw/owner}, as statements. */
final class Grants {
  private static final Map<Character, String> PRIVILEGES =
      Map.ofEntries(
          Map.entry('r', "SELECT"),
          Map.entry('a', "INSERT"),
          Map.entry('w', "UPDATE"),
          Map.entry('d', "DELETE"),
          Map.entry('D', "TRUNCATE"),
          Map.entry('x', "REFERENCES"),
          Map.entry('t', "TRIGGER"),
          Map.entry('m', "MAINTAIN"),
          Map.entry('U', "USAGE"),
          Map.entry('C', "CREATE"));

  private Grants() {}

  /**
   * @param on what is granted on: {@code public.orders}, {@code SCHEMA s}
   */
  static List<String> statements(String on, List<String> entries) {
    List<String> statements = new ArrayList<>();
    for (String entry : entries) {
      int equals = entry.lastIndexOf('=');
      int slash = entry.lastIndexOf('/');
      String role = equals == 0 ? "PUBLIC" : entry.substring(0, equals);
      String owner = entry.substring(slash + 1);
      if (!role.equals(owner)) { // an owner has everything as it is
        String privileges = entry.substring(equals + 1, slash);
        boolean option = privileges.contains("*");
        statements.add(
            "GRANT "
                + words(privileges)
                + " ON "
                + on
                + " TO "
                + role
                + (option ? " WITH GRANT OPTION" : ""));
      }
    }
    return statements;
  }

  private static String words(String letters) {
    Map<Integer, String> words = new TreeMap<>();
    for (int i = 0; i < letters.length(); i++) {
      String word = PRIVILEGES.get(letters.charAt(i));
      if (word != null) {
        words.put(i, word);
      }
    }
    return words.values().stream().collect(Collectors.joining(", "));
  }
}
