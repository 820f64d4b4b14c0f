package dev.sluice.deploy;

/** Another worker owns the lane now; whoever gets this may write nothing more. */
public final class TakenOverException extends RuntimeException {
  public TakenOverException(String message) {
    super(message);
  }
}
