package dev.sluice.flow.schema;

import dev.sluice.target.SchemaScript;
import java.util.stream.Collectors;

/** A schema as a file: says where it comes from, then makes the schema anew. Pure. */
final class SchemaFile {
  private static final String COMMENT = "--";

  private SchemaFile() {}

  /**
   * @param of {@code orders@prod}
   * @param after the merge request that brought its newest change, {@code shop/database!42}
   */
  static String text(String of, String after, SchemaScript script) {
    String missing =
        script.missing().stream()
            .map(m -> ", " + m)
            .map(SchemaFile::line)
            .collect(Collectors.joining());
    return """
        -- The schema of %s (%s), as it is since %s.
        -- Generated: Sluice writes this file after each deployment. Changes made here get lost and run nowhere.
        -- Not in here: rows, owners, grants%s.

        """
            .formatted(line(of), line(script.server()), line(after), missing)
        + script.text();
  }

  /** Whether two files make the same schema, wherever it came from. */
  static boolean same(String one, String other) {
    return body(one).equals(body(other));
  }

  private static String body(String file) {
    return file.lines()
        .dropWhile(l -> l.startsWith(COMMENT))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** A name from outside must not end the comment that it stands in. */
  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
