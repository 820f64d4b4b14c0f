package dev.sluice.mergerequest;

/** GitLab does not answer, is overloaded or broken: the work is to be tried again later. */
public final class HostUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HostUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public HostUnavailableException(String message) {
    super(message);
  }
}
