package dev.sluice.deploy.executor;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a statement did.
 *
 * @param rows affected or returned, as the driver counts them
 * @param warnings as the server says them
 */
record Ran(OptionalLong rows, List<String> warnings) {
  static final Ran NOTHING = new Ran(OptionalLong.empty(), List.of());

  Ran {
    warnings = List.copyOf(warnings);
  }
}
