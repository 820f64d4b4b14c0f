package dev.sluice.benchmark;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.http.RequestLog.Request;
import dev.sluice.demo.model.MergeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From the opening of a merge request of 3 files, 20 statements and one finding to its review in
 * GitLab.
 */
final class WebhookToReview {
  private static final int WARM_UP = 30;
  private static final int TIMES = 40;

  private WebhookToReview() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-bench");
    try (Office office = new Office(folder, Databases.sqlite(folder))) {
      office.serve();
      Figures cold = new Figures();
      cold.add(review(office, 0));
      for (int i = 1; i < WARM_UP; i++) {
        review(office, i);
      }
      Figures warm = new Figures();
      for (int i = WARM_UP; i < WARM_UP + TIMES; i++) {
        office.gitlab.requests().clear();
        warm.add(review(office, i));
      }
      System.out.println("the first after the start: " + cold);
      System.out.println("warm: " + warm);
      tell(office.gitlab.requests().all());
    }
  }

  private static long review(Office office, int i) throws IOException, InterruptedException {
    long start = System.nanoTime();
    MergeRequest mr = office.open(file(3 * i, 8, ""), file(3 * i + 1, 6, ""), last(3 * i + 2));
    while (!office.reviewed(mr)) {
      TimeUnit.MICROSECONDS.sleep(500);
    }
    long took = System.nanoTime() - start;
    settle(office);
    return took;
  }

  /** With one statement that gets a finding. */
  private static FileAction last(int number) {
    return file(number, 5, "DELETE FROM customers;\n");
  }

  private static FileAction file(int number, int statements, String more) {
    return FileAction.put(
        "orders/V%d__change.sql".formatted(number + 1),
        Scripts.migration(number, statements) + more);
  }

  /** No call for a while: the next merge request begins in silence. */
  private static void settle(Office office) throws InterruptedException {
    int before = -1;
    while (before != office.gitlab.requests().all().size()) {
      before = office.gitlab.requests().all().size();
      TimeUnit.MILLISECONDS.sleep(150);
    }
  }

  private static void tell(List<Request> requests) {
    if (Boolean.getBoolean("sluice.benchmark.sequence")) {
      requests.forEach(r -> System.out.println("  " + r.method() + " " + r.path()));
    }
    Map<String, Integer> calls = new LinkedHashMap<>();
    requests.forEach(r -> calls.merge(r.method() + " " + general(r.path()), 1, Integer::sum));
    System.out.printf("%d calls of the last one:%n", requests.size());
    calls.forEach((call, times) -> System.out.printf("  %2d × %s%n", times, call));
  }

  private static String general(String path) {
    return path.replaceAll("\\?.*", "")
        .replaceAll("[0-9a-f]{40}", ":sha")
        .replaceAll("/repository/files/[^/]+", "/repository/files/:path")
        .replaceAll("/\\d+(?=/|$)", "/:id");
  }
}
