package dev.sluice.review.rules.table;

import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The comments that a script gives: MySQL with the definition, PostgreSQL behind it. */
final class Comments {
  private final Scene scene;

  Comments(Scene scene) {
    this.scene = scene;
  }

  Optional<String> ofTable(CreateTable table) {
    return written(Stretch.of(scene.statement(), table.place()))
        .or(() -> later("TABLE", List.of(table.table().name())));
  }

  Optional<String> ofColumn(NewColumn column) {
    return written(column.words())
        .or(() -> later("COLUMN", List.of(column.table().name(), column.definition().name())));
  }

  /** {@code COMMENT [=] 'text'}, outside parentheses. */
  private Optional<String> written(Stretch words) {
    int at =
        RuleInfo.MYSQL_FAMILY.contains(scene.dialect()) ? words.find(0, Set.of("COMMENT")) : -1;
    return at < 0 ? Optional.empty() : text(words, words.at(at + 1, "=") ? at + 2 : at + 1);
  }

  /** {@code COMMENT ON kind [schema.]name IS 'text'}. */
  private Optional<String> later(String kind, List<String> name) {
    return scene.script().script().statements().stream()
        .filter(s -> s.number() > scene.statement().number())
        .map(Stretch::of)
        .filter(s -> s.at(0, "COMMENT", "ON", kind))
        .flatMap(s -> text(s, name).stream())
        .findFirst();
  }

  private Optional<String> text(Stretch words, List<String> name) {
    int is = words.find(0, Set.of("IS"));
    for (int i = 0; i < name.size(); i++) {
      int at = is - 1 - 2 * i;
      boolean same =
          at > 2 && words.get(at).folded(scene.dialect()).equals(name.get(name.size() - 1 - i));
      if (!same) {
        return Optional.empty();
      }
    }
    return text(words, is + 1);
  }

  private static Optional<String> text(Stretch words, int at) {
    if (at >= words.size()) {
      return Optional.empty();
    }
    Token token = words.get(at);
    String text = token.text().replaceAll("^[^'\"]*['\"]|['\"]$", "");
    return token.kind() == Token.Kind.STRING && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}
