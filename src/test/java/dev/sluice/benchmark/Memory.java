package dev.sluice.benchmark;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.target.EmbeddedDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Resident memory of {@code serve} one minute after a review. */
final class Memory {
  private Memory() {}

  static void run() throws IOException, InterruptedException {
    measure("postgresql", Databases.of("postgresql", EmbeddedDatabases.postgres()));
    measure("mysql", Databases.of("mysql", EmbeddedDatabases.mysql()));
  }

  private static void measure(String engine, String databases)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    try (Office office = new Office(folder, databases)) {
      ServedSluice sluice = office.serve();
      long before = sluice.residentMegabytes();
      MergeRequest mr =
          office.open(FileAction.put("orders/V1__change.sql", Scripts.migration(1, 20)));
      while (!office.reviewed(mr)) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      TimeUnit.MINUTES.sleep(1);
      System.out.printf(
          "%s: %d MB when ready, %d MB one minute after a review%n",
          engine, before, sluice.residentMegabytes());
    }
  }
}
