package dev.sluice.config.bind;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A file's nodes with their positions. Nothing is constructed from tags, and size, depth and the
 * use of aliases are limited, so that a hostile file costs little.
 */
final class YamlTree {
  private static final int MAX_CHARACTERS = 5_000_000;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ALIASES = 200;

  private YamlTree() {}

  /** Empty for an empty file; throws {@link Unreadable} when it is not YAML. */
  static Optional<Node> read(String text) throws Unreadable {
    try {
      return Optional.ofNullable(
          new Yaml(new SafeConstructor(limits())).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      Place place = mark == null ? Place.START : Place.of(mark);
      throw new Unreadable(Problem.at(place, "", "is not YAML: " + e.getProblem()), e);
    } catch (YAMLException e) {
      throw new Unreadable(Problem.at(Place.START, "", "is not YAML: " + e.getMessage()), e);
    }
  }

  private static LoaderOptions limits() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    return options;
  }

  /** Carries the one problem that is left to tell when there are no nodes. */
  static final class Unreadable extends Exception {
    private final transient Problem problem;

    Unreadable(Problem problem, Throwable cause) {
      super(problem.toString(), cause);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
