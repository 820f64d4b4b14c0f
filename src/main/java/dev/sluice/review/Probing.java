package dev.sluice.review;

/** Whether a review may look somewhere. */
public enum Probing {
  ON,
  OFF
}
