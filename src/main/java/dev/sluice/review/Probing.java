package dev.sluice.review;

/** Whether a review may read rows of a target. */
public enum Probing {
  ON,
  OFF
}
