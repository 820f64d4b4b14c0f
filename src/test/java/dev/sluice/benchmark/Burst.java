package dev.sluice.benchmark;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.MergeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Merge requests of 20 statements each, opened one behind the other without waiting: how long until
 * the last one has its review. {@code -Dsluice.benchmark.burst} says how many, at most for {@link
 * #LIMIT_MINUTES}.
 */
final class Burst {
  private static final int REQUESTS = Integer.getInteger("sluice.benchmark.burst", 1000);
  private static final int LIMIT_MINUTES = 15;

  private Burst() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    try (Office office = new Office(folder, Databases.sqlite(folder))) {
      ServedSluice sluice = office.serve();
      long start = System.nanoTime();
      List<MergeRequest> waiting = new ArrayList<>();
      for (int i = 1; i <= REQUESTS; i++) {
        waiting.add(
            office.open(
                FileAction.put("orders/V%d__change.sql".formatted(i), Scripts.migration(i, 20))));
      }
      long opened = System.nanoTime() - start;
      long end = start + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
      long most = 0;
      while (!waiting.isEmpty() && System.nanoTime() < end) {
        most = Math.max(most, sluice.residentMegabytes());
        TimeUnit.SECONDS.sleep(1);
        waiting.removeIf(office::reviewed);
      }
      long took = System.nanoTime() - start;
      System.out.printf(
          "%d opened in %.1f s; %d reviewed %.1f s after the first, %.1f a second; at most %d MB%n",
          REQUESTS,
          opened / 1e9,
          REQUESTS - waiting.size(),
          took / 1e9,
          (REQUESTS - waiting.size()) / (took / 1e9),
          most);
    }
  }
}
