package dev.sluice.demo.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code sluice demo}: everything in a temporary folder on loopback, gone when it ends. */
public final class Demo {
  private Demo() {}

  /**
   * Runs the tour; with a page it stays until it is interrupted, so that people can click on.
   *
   * @return 0 when every step was seen to succeed
   */
  public static int run(boolean headless, int port, PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory("sluice-demo");
    try (Company company = Company.found(folder, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      out.println("A stand-in GitLab with the demo company: " + company.gitlab().url());
      boolean done = tour(company, folder, out);
      if (done && !headless) {
        out.println(
            "\nLook around and go on by yourself at "
                + company.gitlab().url()
                + " (edit SQL, comment, approve, merge). Ctrl-C ends it.");
        new CountDownLatch(1).await();
      }
      return done ? 0 : 1;
    } finally {
      remove(folder);
    }
  }

  private static boolean tour(Company company, Path folder, PrintStream out) throws Exception {
    Narrator narrator = new Narrator(out, company.gitlab().url());
    try {
      new Tour(company, folder, narrator).run();
      out.printf("%nAll %d steps were seen to succeed.%n", narrator.steps());
      return true;
    } catch (IllegalStateException e) {
      out.println("   ✗ " + e.getMessage());
      return false;
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      // Gone already, or for the system to clean: it lies in the temporary folder.
      System.getLogger(Demo.class.getName()).log(System.Logger.Level.DEBUG, "not removed", e);
    }
  }
}
