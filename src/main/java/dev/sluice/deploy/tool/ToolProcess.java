package dev.sluice.deploy.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tool that runs. It gets its arguments as they are, no shell, nothing of our environment but the
 * path, and the account in a file that only we can read and that is gone when the tool is.
 */
public final class ToolProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ToolProcess.class);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Process process;
  private final ToolOutput output = new ToolOutput();
  private final Thread reader;
  private final ToolFiles files;

  /** Where the tool finds its account, and where it looks whether to give up. */
  private record ToolFiles(Path directory, Path defaults, Path panic) {
    static ToolFiles make(String user, String password) throws IOException {
      Path directory =
          Files.createTempDirectory(
              "sluice-tool",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path defaults =
          Files.createFile(
              directory.resolve("client.cnf"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          defaults, "[client]\nuser=" + quoted(user) + "\npassword=" + quoted(password) + "\n");
      return new ToolFiles(directory, defaults, directory.resolve("panic"));
    }

    void delete() throws IOException {
      Files.deleteIfExists(defaults);
      Files.deleteIfExists(panic);
      Files.deleteIfExists(directory);
    }

    private static String quoted(String value) {
      if (value.matches("(?s).*[\\x00\\r\\n].*")) {
        throw new IllegalArgumentException("an account with a line break cannot be told a tool");
      }
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** Fills in the paths of the files; gets {@code defaults_file} and {@code panic_file}. */
  @FunctionalInterface
  public interface Command {
    List<String> with(Map<String, String> paths);
  }

  private ToolProcess(Process process, ToolFiles files) {
    this.process = process;
    this.files = files;
    this.reader = new Thread(this::read, "sluice-tool-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Throws when the program cannot be started, and then leaves nothing behind. */
  public static ToolProcess start(Command command, String user, String password)
      throws IOException {
    ToolFiles files = ToolFiles.make(user, password);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  command.with(
                      Map.of(
                          "defaults_file", files.defaults().toString(),
                          "panic_file", files.panic().toString())))
              .directory(files.directory().toFile())
              .redirectErrorStream(true);
      String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
      builder.environment().clear();
      builder.environment().put("PATH", path);
      builder.environment().put("HOME", files.directory().toString());
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      process.getOutputStream().close();
      return new ToolProcess(process, files);
    } catch (IOException | RuntimeException e) {
      files.delete();
      throw e;
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.line(line);
      }
    } catch (IOException e) {
      LOG.info("the tool's output ended: {}", e.getMessage());
    }
  }

  public ToolOutput output() {
    return output;
  }

  /** The exit code when it ends within the time. */
  public OptionalInt await(Duration time) throws InterruptedException {
    if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      return OptionalInt.empty();
    }
    reader.join(TimeUnit.SECONDS.toMillis(5));
    return OptionalInt.of(process.exitValue());
  }

  /**
   * Asks it to give up and clean up behind it: the file for which gh-ost looks, then SIGTERM, on
   * which pt-online-schema-change drops its triggers and its copy. Kills what does not listen.
   */
  public void stop(boolean looksForFile) throws InterruptedException {
    try {
      if (looksForFile) {
        Files.writeString(files.panic(), "");
      }
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}", files.panic(), e.getMessage());
    }
    if (!looksForFile || await(GRACE).isEmpty()) {
      process.destroy();
    }
    if (await(GRACE).isEmpty()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      await(GRACE);
    }
  }

  /** Never leaves it running: nobody would look after it. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        process.destroy();
        if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
      }
      files.delete();
    } catch (IOException e) {
      LOG.warn("cannot delete {}: {}", files.directory(), e.getMessage());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
