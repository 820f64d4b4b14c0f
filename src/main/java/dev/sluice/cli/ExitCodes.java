package dev.sluice.cli;

/** Exit codes, the same for every command. */
final class ExitCodes {
  static final int OK = 0;

  /** Findings, problems in a file, or the work could not be done. */
  static final int PROBLEM = 1;

  /** The command was written wrongly. */
  static final int USAGE = 2;

  /** For the help of each command. */
  static final String OK_TEXT = " 0:nothing to complain about";

  static final String PROBLEM_TEXT = " 1:findings or problems, or the work could not be done";
  static final String USAGE_TEXT = " 2:the command was written wrongly";

  private ExitCodes() {}
}
