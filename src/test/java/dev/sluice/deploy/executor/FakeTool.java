package dev.sluice.deploy.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Stands in for an online schema change tool: a program that gets what those get. */
final class FakeTool {
  private FakeTool() {}

  /**
   * A command template.
   *
   * @param mode {@code works}, {@code fails}, {@code fails-late} or {@code hangs}
   */
  static List<String> command(String mode) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        FakeTool.class.getName(),
        mode,
        "{host}:{port}",
        "{database}",
        "{table}",
        "{alter}",
        "{defaults_file}",
        "--execute");
  }

  public static void main(String[] args) throws IOException, SQLException, InterruptedException {
    Path defaults = Path.of(args[5]);
    System.out.println(
        "file " + PosixFilePermissions.toString(Files.getPosixFilePermissions(defaults)));
    System.out.println("environment " + System.getenv().keySet().stream().sorted().toList());
    System.out.println("Copying `" + args[2] + "`.`" + args[3] + "`:  45% 00:12 remain");
    if (args[0].equals("hangs")) {
      Thread.sleep(60_000);
    }
    if (args[0].startsWith("works") || args[0].equals("fails-late")) {
      alter(args, defaults);
    }
    if (args[0].startsWith("fails")) {
      System.err.println("cannot do it");
      System.exit(3);
    }
  }

  private static void alter(String[] args, Path defaults) throws IOException, SQLException {
    Properties account = new Properties();
    for (String line : Files.readAllLines(defaults)) {
      if (line.contains("=")) {
        String value = line.substring(line.indexOf('=') + 1).replaceAll("^\"|\"$", "");
        account.setProperty(line.substring(0, line.indexOf('=')), value.replace("\\", ""));
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:mariadb://" + args[1] + "/" + args[2], account);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table `" + args[3] + "` " + args[4]);
    }
  }
}
