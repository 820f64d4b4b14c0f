package dev.sluice.target;

import java.util.List;

/**
 * A target's schema as a script that makes it anew in an empty database, without rows, owners and
 * grants; same schema, same script.
 *
 * @param text in an order in which it can run, as far as names tell what needs what
 * @param missing what there is and is not in the script, in words
 * @param server its name and version
 */
public record SchemaScript(String text, List<String> missing, String server) {
  public SchemaScript {
    missing = List.copyOf(missing);
  }
}
