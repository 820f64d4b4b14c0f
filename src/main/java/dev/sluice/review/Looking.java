package dev.sluice.review;

/**
 * Where a review looks besides scripts and targets.
 *
 * @param code in the other files of the repository
 * @param shadow at a copy of the target's schema, on which the scripts are tried
 */
public record Looking(boolean code, boolean shadow) {
  public static final Looking EVERYWHERE = new Looking(true, true);
}
