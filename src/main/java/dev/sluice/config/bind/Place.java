package dev.sluice.config.bind;

import org.yaml.snakeyaml.error.Mark;

/** A position in the file; both numbers count from 1, as editors do. */
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
