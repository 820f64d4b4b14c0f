package dev.sluice.review.engine;

import dev.sluice.review.rules.RuleFixture;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Random;

/** Spoils scripts that mean something, so that what comes out still reaches every reader. */
final class Garbler {
  private static final String[] SPLINTERS = {
    "'",
    "\"",
    "`",
    "$$",
    "$a$",
    "/*",
    "*/",
    "--",
    "#",
    "(",
    ")",
    "[",
    ";",
    "\\",
    "\0",
    "\r",
    "\n",
    "\uFEFF",
    "\uD83D",
    "\uD83D\uDE80",
    "é",
    "E'",
    "U&\"",
    "x'",
    "::",
    ":=",
    "${",
    "{{",
    "?",
    "@@",
    "DELIMITER //\n",
    "\\copy t\n",
    "COPY t FROM stdin;\n1\n\\.\n",
    "BEGIN",
    "END",
    "CASE",
    "DO $$",
    "/*!80000 ",
    "-- sluice:ignore x\n",
    "1e",
    ".5.",
    "..",
    ",",
    "SELECT",
    "IF NOT EXISTS"
  };

  private final Random random;
  private final List<String> scripts;

  Garbler(Dialect dialect, long seed) {
    random = new Random(seed);
    scripts =
        RuleFixture.all()
            .filter(f -> f.dialect() == dialect)
            .flatMap(f -> List.of(f.text("bad.sql"), f.text("good.sql")).stream())
            .toList();
  }

  String next() {
    StringBuilder text = new StringBuilder(piece());
    for (int slips = random.nextInt(6); slips > 0; slips--) {
      spoil(text);
    }
    return text.toString();
  }

  /** A stretch of a script, from anywhere to anywhere. */
  private String piece() {
    String script = scripts.get(random.nextInt(scripts.size()));
    int from = random.nextInt(4) == 0 ? random.nextInt(script.length()) : 0;
    int to =
        random.nextInt(4) == 0 ? from + random.nextInt(script.length() - from) : script.length();
    return script.substring(from, to);
  }

  private void spoil(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int behind = Math.min(text.length(), at + random.nextInt(12));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, behind);
      case 1 -> text.insert(at, text.substring(at, behind));
      case 2 -> text.insert(at, piece());
      default -> text.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
    }
  }
}
