package dev.sluice.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From nothing to an answer: {@code review} of one file, {@code serve} until it is ready. */
final class ColdStart {
  private static final int TIMES = 7;

  private ColdStart() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    for (String dialect : List.of("postgresql", "mysql", "sqlite")) {
      Path file = folder.resolve(dialect + ".sql");
      Files.writeString(file, Scripts.migration(1, 10));
      System.out.printf("sluice review, one file, %s: %s%n", dialect, review(dialect, file));
    }
    System.out.printf("bare JVM (java -version): %s%n", times("java", "-version"));
    System.out.printf("sluice serve until /readyz says yes: %s%n", serve());
    System.out.printf(
        "target/sluice.jar: %.1f MB%n", Files.size(Path.of("target/sluice.jar")) / 1e6);
  }

  private static Figures review(String dialect, Path file)
      throws IOException, InterruptedException {
    return times("./sluice", "review", "--dialect", dialect, file.toString());
  }

  private static Figures times(String... command) throws IOException, InterruptedException {
    Figures figures = new Figures();
    for (int i = 0; i <= TIMES; i++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      int code = process.waitFor();
      if (code > 1) {
        throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
      }
      if (i > 0) { // the first brings the files into the page cache
        figures.add(System.nanoTime() - start);
      }
    }
    return figures;
  }

  private static Figures serve() throws IOException, InterruptedException {
    Figures figures = new Figures();
    for (int i = 0; i <= TIMES; i++) {
      Path folder = Files.createTempDirectory("sluice-bench");
      try (Office office = new Office(folder, Databases.sqlite(folder))) {
        ServedSluice sluice = office.serve();
        if (i > 0) {
          figures.add(sluice.ready.toNanos());
        }
      }
    }
    return figures;
  }
}
