package dev.sluice.target;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A MySQL or MariaDB server of the tests: on loopback and a free port, with data of its own in the
 * temporary directory, stopped with the JVM however that ends. Committed work survives a kill of
 * the server, though not a power cut.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String PASSWORD = "root's password";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The server ends when its standard input does, which it does even when the JVM is killed. */
  private static final String UNTIL_END_OF_INPUT =
      """
      exec 3<&0
      "$@" </dev/null & server=$!
      (read end <&3; kill $server) & watch=$!
      wait $server
      code=$?
      kill $watch
      exit $code
      """;

  private final AtomicInteger databases = new AtomicInteger();
  private final String scheme;
  private final ServerFiles files;
  private final Path directory;
  private final int port;
  private Process process;

  /** The shell's children, the server among them; known even after the shell is gone. */
  private List<ProcessHandle> family = List.of();

  private EmbeddedServer(String scheme, ServerFiles files) throws IOException {
    this.scheme = scheme;
    this.files = files;
    this.directory = Files.createTempDirectory("sluice-" + scheme);
    this.port = freePort();
    ServerFiles.copy(files.emptyData(), directory.resolve("data"));
    Files.writeString(
        directory.resolve("init.sql"),
        """
        create user if not exists 'root'@'127.0.0.1';
        alter user 'root'@'127.0.0.1' identified by '%s';
        grant all on *.* to 'root'@'127.0.0.1' with grant option;
        """
            .formatted(PASSWORD.replace("'", "''")));
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop " + scheme));
    awaitReady();
  }

  /** A real MySQL 8.0.12. */
  public static EmbeddedServer mysql() {
    try {
      return new EmbeddedServer("mysql", ServerFiles.mysql());
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded MySQL does not start", e);
    }
  }

  /** A real MariaDB 11.4.5. */
  public static EmbeddedServer mariadb() {
    try {
      return new EmbeddedServer("mariadb", ServerFiles.mariadb());
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded MariaDB does not start", e);
    }
  }

  /** A fresh, empty database. */
  public TestDatabase database() {
    String name = "t" + databases.incrementAndGet();
    database("mysql").execute("create database " + name);
    return database(name);
  }

  /** A database that exists. */
  public TestDatabase database(String name) {
    String options = scheme.equals("mysql") ? "?allowPublicKeyRetrieval=true" : "";
    String url = "jdbc:" + scheme + "://127.0.0.1:" + port + "/" + name + options;
    return new TestDatabase(url, "root", PASSWORD);
  }

  /** Kills the server as a crash would, and starts it again on the same data and port. */
  public void crashAndRestart() {
    family.forEach(ProcessHandle::destroyForcibly);
    awaitEnd();
    restart();
  }

  /** Stops the server in order; {@link #restart} starts it again on the same data and port. */
  public void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      family.forEach(ProcessHandle::destroy); // its input had been closed already
    }
    awaitEnd();
  }

  public void restart() {
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", UNTIL_END_OF_INPUT, "sh"));
    command.addAll(List.of(files.daemon().toString(), "--no-defaults"));
    command.add("--basedir=" + files.base());
    command.add("--datadir=" + directory.resolve("data"));
    command.add("--init-file=" + directory.resolve("init.sql"));
    command.add("--port=" + port);
    // relative to the data directory: the path of a socket must be short
    command.addAll(List.of("--bind-address=127.0.0.1", "--socket=socket", "--pid-file=pid"));
    command.addAll(List.of("--skip-name-resolve", "--skip-log-bin", "--loose-mysqlx=OFF"));
    if (scheme.equals("mariadb")) {
      command.add("--skip-ssl"); // it would make a key of 4096 bits at every start
    }
    command.addAll(List.of("--character-set-server=utf8mb4", "--max-connections=100"));
    command.addAll(List.of("--innodb-buffer-pool-size=64M", "--innodb-flush-log-at-trx-commit=2"));
    command.addAll(ServerFiles.options());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private void awaitReady() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .failFast(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(lastWords());
              }
            })
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> {
              try (Connection connection = database("mysql").connect()) {
                return connection.isValid(5);
              }
            });
    family = process.descendants().toList();
  }

  private String lastWords() {
    try {
      return scheme + " does not start:\n" + Files.readString(log());
    } catch (IOException e) {
      return scheme + " does not start: " + e;
    }
  }

  private Path log() {
    return directory.resolve("server.log");
  }

  private void awaitEnd() {
    for (ProcessHandle member : family) {
      try {
        member.onExit().get(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        member.destroyForcibly();
      }
    }
  }

  /** Stops the server and removes its data. */
  @Override
  public void close() {
    stop();
    try {
      if (Files.exists(directory)) {
        ServerFiles.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
