package dev.sluice.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class VersionOfJar implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"sluice " + number(), "java " + System.getProperty("java.version")};
  }

  static String number() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(not built)");
  }
}
