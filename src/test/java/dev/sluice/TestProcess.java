package dev.sluice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A main class of the tests in a process of its own, to be stalled and killed. The class prints one
 * line {@code READY …} and ends with its standard input, so it never outlives the test.
 */
public final class TestProcess implements AutoCloseable {
  private static final String READY = "READY ";

  private final Process process;
  private final String ready;

  private TestProcess(Process process, String ready) {
    this.process = process;
    this.ready = ready;
  }

  /** Starts it and waits until it is ready. */
  public static TestProcess start(Class<?> main, Path log, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(args));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new TestProcess(process, readyLine(process, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readyLine(Process process, Path log) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        drain(lines);
        return line.substring(READY.length());
      }
    }
    throw new IllegalStateException("it ended before it was ready: see " + log);
  }

  /** A process whose output nobody reads stops when the pipe is full. */
  private static void drain(BufferedReader lines) {
    Thread thread = new Thread(() -> lines.lines().forEach(line -> {}), "test-process-output");
    thread.setDaemon(true);
    thread.start();
  }

  /** In the process itself: tells that it is ready, and ends it with whoever started it. */
  public static void serve(String ready) throws IOException {
    System.out.println(READY + ready);
    System.out.flush();
    while (System.in.read() >= 0) {
      // nobody writes
    }
    Runtime.getRuntime().halt(1);
  }

  /** What it said when it was ready. */
  public String ready() {
    return ready;
  }

  /** SIGSTOP: it does nothing until {@link #goOn}, as a machine that is suspended. */
  public void stall() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  /** SIGKILL; it is gone on return. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** ... after so many milliseconds. */
  public void killAfter(long millis) {
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private void signal(String name) {
    try {
      String pid = String.valueOf(process.pid());
      int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -" + name + " " + pid + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
