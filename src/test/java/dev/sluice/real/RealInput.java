package dev.sluice.real;

import dev.sluice.sql.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Sends a folder of migrations through Sluice: reads and reviews them, opens them as merge requests
 * in a stand-in GitLab, merges and deploys them in order to an empty database, and prints what came
 * out. Arguments: dialect, folder with {@code V<n>__<name>.sql} files, files per merge request,
 * JDBC URL, user, password; without a URL they are only read and reviewed.
 */
public final class RealInput {
  private RealInput() {}

  public static void main(String[] args) throws Exception {
    Dialect dialect = Dialect.valueOf(args[0].toUpperCase(Locale.ROOT));
    List<SourceFile> files = SourceFile.in(Path.of(args[1]));
    Figures figures = new Figures();
    if (args.length < 4) {
      new Reading(dialect, figures).read(files);
    } else {
      RealTarget target = new RealTarget(dialect, args[3], args[4], args[5]);
      new Reading(dialect, figures).judgedBy(target, files);
      Path folder = Files.createTempDirectory("sluice-real");
      try (Company company = new Company(folder, target, figures)) {
        company.deploy(files, Integer.parseInt(args[2]));
      }
    }
    System.out.println(figures);
    System.exit(0);
  }
}
