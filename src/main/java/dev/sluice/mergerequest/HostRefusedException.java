package dev.sluice.mergerequest;

/** GitLab understood and said no; trying again changes nothing. */
public final class HostRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  /**
   * @param status the HTTP status
   */
  public HostRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
