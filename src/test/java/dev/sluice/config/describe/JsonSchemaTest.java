package dev.sluice.config.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
  enum Colour {
    @Doc("Like blood.")
    RED,
    BLUE
  }

  @Doc("A node.")
  record Tree(
      @Doc("Its name.") String name, Colour colour, List<Tree> branches, Optional<Integer> age) {}

  record Root(@Doc("All.") Map<String, Tree> trees, @Default("[1, 2]") List<Integer> numbers) {}

  @Test
  void theSchemaSaysWhatTheRecordsSay() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(JsonSchema.of(Root.class, "t"));
    JsonNode tree = schema.at("/$defs/Tree");
    assertThat(schema.at("/properties/trees/additionalProperties/$ref").asText())
        .isEqualTo("#/$defs/Tree");
    assertThat(schema.at("/properties/numbers/default").toString()).isEqualTo("[1,2]");
    assertThat(tree.get("description").asText()).isEqualTo("A node.");
    assertThat(tree.get("required").toString()).isEqualTo("[\"name\",\"colour\"]");
    assertThat(tree.get("additionalProperties").asBoolean()).isFalse();
    assertThat(tree.at("/properties/name/description").asText()).isEqualTo("Its name.");
    assertThat(tree.at("/properties/colour/anyOf/0/const").asText()).isEqualTo("red");
    assertThat(tree.at("/properties/colour/anyOf/0/description").asText()).isEqualTo("Like blood.");
    assertThat(tree.at("/properties/branches/anyOf/0/items/$ref").asText())
        .isEqualTo("#/$defs/Tree");
  }

  @Test
  void thePageHasASectionPerRecordAndARowPerKey() {
    String page = ConfigurationPage.of(Root.class);
    assertThat(page)
        .contains("## `trees.<name>`\nA node.\n")
        .contains("| `name` | text | **required** | Its name. |")
        .contains("| `colour` | `red`: Like blood.<br>`blue` | **required** |  |")
        .contains("| `numbers` | list: whole number | `[1, 2]` |  |");
  }
}
