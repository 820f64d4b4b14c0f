package dev.sluice.target;

/** What came of measuring something on a server. */
public sealed interface Measured<T> {
  record Known<T>(T value) implements Measured<T> {}

  /**
   * The account may not look.
   *
   * @param why what it lacks, fit for notes
   */
  record NotAllowed<T>(String why) implements Measured<T> {}

  /** No account could tell on this engine. */
  record NotOffered<T>() implements Measured<T> {}

  static <T> Measured<T> of(T value) {
    return new Known<>(value);
  }
}
